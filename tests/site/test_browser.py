"""Every page in a browser: accessible, quiet, light, within its width, and alone."""

from __future__ import annotations

import itertools

import pytest
from pages import PAGES, ROOT

AXE = ROOT / "docs" / "web" / "node_modules" / "axe-core" / "axe.min.js"
SCHEMES = ("light", "dark")
WIDTHS = (1280, 360)
HEAVIEST = 400_000  # bytes sent for a whole page, without the Python runtime
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize(("scheme", "width"), list(itertools.product(SCHEMES, WIDTHS)))
@pytest.mark.parametrize("page", PAGES)
def test_page_is_accessible(reader, page, scheme, width):
    """Axe finds no fault, with every answer open, and nothing is wider than the page."""
    visitor = reader(color_scheme=scheme, viewport={"width": width, "height": 800})
    shown = visitor.open(page)
    shown.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    shown.add_script_tag(path=AXE)

    found = shown.evaluate(
        "(values) => axe.run(document, { runOnly: { type: 'tag', values } })", RULES
    )
    faults = [
        f"{fault['id']}: {node['html'][:160]} {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
    wide = shown.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )

    assert found["passes"]
    assert not faults
    assert wide <= 0


@pytest.mark.parametrize("page", PAGES)
def test_page_is_quiet_light_and_alone(reader, page):
    """No request leaves the site or fails, nothing is complained about, and the page is light."""
    visitor = reader(viewport={"width": 1280, "height": 800})
    shown = visitor.open(page)
    shown.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    shown.wait_for_load_state("networkidle")

    assert not visitor.left
    assert not visitor.missing
    assert not visitor.complaints
    assert sum(visitor.sizes.values()) <= HEAVIEST
