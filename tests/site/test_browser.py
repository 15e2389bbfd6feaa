"""Every page in a browser: accessible, quiet, light, within its width, and alone."""

from __future__ import annotations

import itertools

import pytest
from pages import PAGES, ROOT

AXE = ROOT / "docs" / "web" / "node_modules" / "axe-core" / "axe.min.js"
LOOKS = list(itertools.product((1280, 360), ("light", "dark")))
HEAVIEST = 400_000  # bytes sent for a whole page, without the Python runtime
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = {"light": "default", "dark": "slate"}


@pytest.mark.parametrize("page", PAGES)
def test_page_is_accessible_and_fits(reader, page):
    """Axe finds no fault and nothing is wider than the page: desk and phone, light and dark."""
    shown = reader(viewport={"width": 1280, "height": 800}).open(page)
    shown.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    shown.add_script_tag(path=AXE)
    # Colours must not be caught half way from one scheme to the other.
    shown.add_style_tag(content="* { transition: none !important; }")
    for width, scheme in LOOKS:
        shown.set_viewport_size({"width": width, "height": 800})
        shown.emulate_media(color_scheme=scheme)
        shown.wait_for_selector(f"body[data-md-color-scheme={SCHEMES[scheme]}]")

        found = shown.evaluate(
            "(values) => axe.run(document, { runOnly: { type: 'tag', values } })", RULES
        )
        faults = [
            f"{width} {scheme} {fault['id']}: {node['html'][:160]} {node['failureSummary']}"
            for fault in found["violations"]
            for node in fault["nodes"]
        ]
        wide = shown.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )

        assert found["passes"]
        assert not faults
        assert wide <= 0, (width, scheme)


@pytest.mark.parametrize("page", PAGES)
def test_page_is_quiet_light_and_alone(reader, page):
    """No request leaves the site or fails, nothing is complained about, and the page is light."""
    visitor = reader(viewport={"width": 1280, "height": 800})
    shown = visitor.open(page)
    for _ in range(shown.evaluate("document.body.scrollHeight") // 800):
        shown.mouse.wheel(0, 800)  # what is read on is fetched when it comes into sight
    shown.wait_for_load_state("networkidle")

    assert not visitor.left
    assert not visitor.missing
    assert not visitor.complaints
    assert sum(visitor.sizes.values()) <= HEAVIEST
