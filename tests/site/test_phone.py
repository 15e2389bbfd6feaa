"""A phone: what belongs together is seen together, and a finger hits what it aims at."""

from __future__ import annotations

import pytest
from pages import LESSONS, soup

WIDGETS = (
    "kobai-critical, kobai-curvatures, kobai-descent, kobai-difference, kobai-line, "
    "kobai-methods, kobai-network, kobai-slices"
)
WITH_WIDGETS = [page for page in ["", *LESSONS] if soup(page).select(WIDGETS)]
FINGER = 44  # pixels
HEADER = 48  # pixels that stay covered at the top
MEASURE = """(widget) => {
    widget.scrollIntoView({ block: "start" });
    scrollBy(0, -COVERED);
    const box = (part) => {
        const { top, bottom, width, height } = part.getBoundingClientRect();
        return { top, bottom, width, height };
    };
    const one = (selector) => box(widget.querySelector(selector));
    const all = [...widget.querySelectorAll("button, select, input")];
    return {
        picture: one("canvas"),
        report: one(".kobai-report"),
        control: one(":is(input, .kobai-button)"),
        targets: all.map(box),
    };
}""".replace("COVERED", str(HEADER + 4))


@pytest.mark.parametrize("page", WITH_WIDGETS)
def test_picture_control_and_verdict_are_seen_together(reader, page):
    """On a small phone the first picture, the first control and the report share one screen."""
    height = 700
    shown = reader(viewport={"width": 360, "height": height}, has_touch=True).open(page)

    for widget in shown.query_selector_all(WIDGETS):
        shown.wait_for_timeout(50)
        found = widget.evaluate(MEASURE)

        for part in ("picture", "report", "control"):
            assert found[part]["top"] >= 0, (part, found)
            assert found[part]["bottom"] <= height, (part, found)


@pytest.mark.parametrize("page", WITH_WIDGETS)
def test_a_finger_hits_every_control(reader, page):
    """Buttons, sliders, choices and handles are at least 44 pixels high and wide."""
    shown = reader(viewport={"width": 360, "height": 800}, has_touch=True).open(page)

    for widget in shown.query_selector_all(WIDGETS):
        for target in widget.evaluate(MEASURE)["targets"]:
            assert target["height"] >= FINGER
            assert target["width"] >= FINGER


@pytest.mark.parametrize("page", LESSONS)
def test_figures_go_from_edge_to_edge(reader, page):
    """A figure of a lesson is as wide as the screen, which is what its letters are made for."""
    shown = reader(viewport={"width": 360, "height": 800}).open(page)

    widths = shown.evaluate(
        """[...document.querySelectorAll('article p > img[src*="figures/"]')]
            .filter((image) => image.checkVisibility() && !image.closest("details"))
            .map((image) => image.getBoundingClientRect().width)"""
    )

    assert all(width >= 359 for width in widths)
