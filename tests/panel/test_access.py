"""The panel for everyone: no fault found by axe, all of it by keyboard, on any screen."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import expect

from tests.panel.panel import Panel
from tests.panel.serving import ROOT
from tests.panel.test_robust import BODY, GOOD, NAME

AXE = ROOT / "docs" / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WRONG = f'{BODY}    print("tried")\n    return -x / 0  # the division is by a number, not by f\n'
ENDLESS = f"{BODY}    return sum(itertools.repeat(0))\n"
DRAWS = (ROOT / "solutions" / "plotting.py").read_text(encoding="utf-8")
CASES = list(itertools.product(("light", "dark"), (1280, 360), ("en", "ja")))


def faults(panel: Panel) -> list[str]:
    """Give what axe finds in the panel."""
    panel.page.evaluate(AXE.read_text(encoding="utf-8"))
    found = panel.page.evaluate(
        "(values) => axe.run('kobai-exercise', { runOnly: { type: 'tag', values } })", RULES
    )
    assert found["passes"]
    return [
        f"{fault['id']}: {node['html'][:200]} {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize(("scheme", "width", "language"), CASES)
def test_axe_finds_nothing_in_any_state(visit, served, scheme, width, language):
    """At first, enlarged, running, with faults marked, with everything right, reset, and ended."""
    size = {"width": width, "height": 800}
    panel = visit(NAME, language, color_scheme=scheme, viewport=size)
    states = {"first": faults(panel)}
    panel.enlarge()
    states["larger"] = faults(panel)

    assert panel.verdict_of(WRONG) is not None
    states["wrong"] = faults(panel)
    assert panel.verdict_of(GOOD) is not None
    states["right"] = faults(panel)
    panel.press("reset")
    states["reset"] = faults(panel)
    panel.write(ENDLESS)
    panel.press("check")
    panel.page.wait_for_timeout(4000)
    states["running"] = faults(panel)
    panel.press("stop")
    states["stopped"] = faults(panel)
    wide = panel.page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert {state: found for state, found in states.items() if found} == {}
    assert wide <= 0
    assert panel.complaints == []


def test_axe_finds_nothing_without_a_runtime(visit, served):
    """The sentence about a missing runtime is as readable as the rest."""
    served.absent = {"pyodide.asm.wasm"}
    panel = visit(NAME)
    panel.verdict_of(GOOD)

    assert faults(panel) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_figures_are_named(visit, scheme):
    """Every figure says which function drew it."""
    panel = visit("plotting", color_scheme=scheme)
    panel.verdict_of(DRAWS)
    expect(panel.page.locator(".kobai-figure img")).to_have_count(3, timeout=60_000)

    names = panel.page.locator(".kobai-figure img").evaluate_all("(all) => all.map((i) => i.alt)")

    assert names == [f"Figure that plot_{kind} drew" for kind in ("surface", "contour", "descent")]
    assert faults(panel) == []


def test_a_keyboard_is_enough(visit):
    """From the top of the lesson through editing and checking to the downloaded file."""
    panel = visit(NAME)
    page, keys = panel.page, panel.page.keyboard
    panel.write(GOOD)

    def focused() -> str:
        return page.evaluate(
            "document.activeElement.ariaLabel || document.activeElement.textContent.trim()"
        )

    for _step in range(200):
        keys.press("Tab")
        if focused() == f"Your {NAME}.py":
            break
    page.wait_for_selector(".cm-editor")
    keys.press("Control+End")
    keys.type("# done")
    keys.press("Tab")
    typed = panel.text
    keys.press("Escape")
    said = panel.status
    keys.press("Tab")
    on_check = focused()
    keys.press("Enter")
    panel.wait()
    still_on_check = focused()
    result = page.locator(".kobai-result")
    expect(page.get_by_role("status").filter(has_text="11 of 11 points")).to_be_visible()
    while focused() != "Download .py":
        keys.press("Tab")
    with page.expect_download() as waiting:
        keys.press("Enter")
    for _behind in (".ipynb", ".zip", "the result"):
        keys.press("Tab")

    assert typed.endswith("\n    # done")
    assert "leaves the editor" in said
    assert (on_check, still_on_check) == ("Check", "Check")
    assert waiting.value.suggested_filename == f"{NAME}.py"
    assert result.evaluate("(it) => it.contains(document.activeElement)")


def test_checking_from_within_the_editor_stays_there(visit):
    """Ctrl+Enter checks; the cursor is where it was."""
    panel = visit(NAME)
    panel.enlarge()
    panel.write(GOOD)
    panel.page.locator(".cm-content").focus()

    panel.page.keyboard.press("Control+Enter")
    panel.wait()

    assert "11 of 11 points" in panel.status
    assert panel.page.evaluate("document.activeElement.className").startswith("cm-content")


def test_a_named_line_is_marked_and_reached(visit):
    """Where a verdict names a line, it is marked in the editor, and a button leads to it."""
    panel = visit(NAME)
    panel.enlarge()
    panel.verdict_of(f"{BODY}    return x / undefined_name\n")

    marked = panel.page.locator(".cm-line.cm-marked").inner_text()
    panel.page.get_by_role("button", name="Go to line 3").first.click()
    line = panel.page.evaluate(
        """() => {
          const { state } = document.querySelector('kobai-exercise').editor.view;
          return state.doc.lineAt(state.selection.main.head).number;
        }"""
    )

    assert "undefined_name" in marked
    assert line == 3


def test_at_200_percent_everything_is_in_reach(visit):
    """Half the width and twice the letters: nothing is cut off, no button is smaller than 44 px."""
    panel = visit(NAME, viewport={"width": 640, "height": 400}, device_scale_factor=2)
    panel.enlarge()
    panel.verdict_of(WRONG)

    wide = panel.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    heights = panel.page.locator(".kobai-tool:visible").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height)"
    )

    assert wide <= 0
    assert min(heights) >= 44
