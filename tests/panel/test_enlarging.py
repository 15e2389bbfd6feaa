"""The larger editor is fetched when somebody comes to write, and takes over without a loss."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route

from tests.panel.serving import SITE
from tests.panel.test_robust import NAME

(EDITOR,) = (
    file.name
    for file in (SITE / "assets" / "web").glob("part-*.js")
    if b"cm-editor" in file.read_bytes()
)
FIELD = "textarea.kobai-field"
STATE = """() => {
  const { state, scrollDOM, hasFocus } = document.querySelector('kobai-exercise').editor.view;
  const { anchor, head } = state.selection.main;
  return { anchor, head, hasFocus, top: scrollDOM.scrollTop };
}"""

# The editor scrolls in the frame after the one in which it appears.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture
def held(visit) -> Callable[[], tuple[Any, Callable[[], None]]]:
    """Give an exercise whose larger editor is under way, and a way to let it arrive."""

    def open_panel() -> tuple[Any, Callable[[], None]]:
        waiting: list[Route] = []
        panel = visit(NAME)
        panel.page.route(re.compile(re.escape(EDITOR)), lambda route: waiting.append(route))
        panel.page.locator(FIELD).focus()
        while not waiting:
            panel.page.wait_for_timeout(10)

        def arrive() -> None:
            waiting.pop().continue_()

        return panel, arrive

    return open_panel


def test_reading_a_lesson_fetches_no_editor(visit, served):
    """Who reads from top to bottom gets the plain field; who goes into it gets the larger one."""
    panel = visit(NAME)
    for _ in range(panel.page.evaluate("document.body.scrollHeight") // 800):
        panel.page.mouse.wheel(0, 800)
    panel.page.wait_for_load_state("networkidle")
    read = [path for path, _size in served.asked]

    panel.enlarge()

    assert not [path for path in read if path.endswith(EDITOR)]
    assert [path for path, _size in served.asked if path.endswith(EDITOR)]


def test_no_key_is_lost_while_it_arrives(held):
    """Typing goes on through the change: every letter is there once, in its place."""
    panel, arrive = held()
    line = "# " + "abcdefghij" * 12
    panel.write("")
    panel.page.locator(FIELD).focus()

    panel.page.keyboard.type(line[:40])
    arrive()
    panel.page.keyboard.type(line[40:], delay=20)
    while_typing = panel.page.locator(FIELD).count()
    panel.page.wait_for_selector(".cm-editor")
    panel.page.keyboard.type("!")

    assert while_typing == 1
    assert panel.text == f"{line}!"


def test_what_was_typed_before_can_be_undone(held):
    """Ctrl+Z in the larger editor takes back what was typed in the plain one."""
    panel, arrive = held()
    panel.page.locator(FIELD).press("Control+Home")
    before = panel.text

    panel.page.keyboard.type("# mine ")
    arrive()
    panel.page.wait_for_selector(".cm-editor")
    typed = panel.text
    panel.page.keyboard.press("Control+z")

    assert typed == f"# mine {before}"
    assert panel.text == before


@pytest.mark.parametrize(("start", "end", "way"), [(30, 300, "forward"), (5, 700, "backward")])
def test_the_selection_and_the_view_stay(held, start, end, way):
    """The same letters are selected, from the same side, at the same height."""
    panel, arrive = held()
    top = panel.page.locator(FIELD).evaluate(
        "(field, [start, end, way]) => { field.setSelectionRange(start, end, way);"
        " field.scrollTop = 200; return field.scrollTop; }",
        [start, end, way],
    )

    arrive()
    panel.page.wait_for_selector(".cm-editor")
    panel.page.evaluate(DRAWN)
    state = panel.page.evaluate(STATE)

    ends = (state["anchor"], state["head"])
    assert ends == ((start, end) if way == "forward" else (end, start))
    assert state["hasFocus"]
    assert state["top"] == pytest.approx(top, abs=2)


def test_letters_being_composed_are_finished_first(held):
    """Japanese is typed to its end in the field where it was begun."""
    panel, arrive = held()
    panel.write("")
    panel.page.locator(FIELD).focus()
    keyboard = panel.page.context.new_cdp_session(panel.page)

    keyboard.send(
        "Input.imeSetComposition", {"text": "こうば", "selectionStart": 3, "selectionEnd": 3}
    )
    arrive()
    panel.page.wait_for_timeout(1000)
    while_composing = panel.page.locator(FIELD).count()
    keyboard.send("Input.insertText", {"text": "勾配"})
    panel.page.wait_for_selector(".cm-editor")
    panel.page.keyboard.type("!")

    assert while_composing == 1
    assert panel.text == "勾配!"


def test_escape_before_it_arrives_still_lets_go(held):
    """Escape in the plain field, Tab in the larger one: the focus is on Check."""
    panel, arrive = held()
    panel.page.keyboard.press("Escape")
    arrive()
    panel.page.wait_for_selector(".cm-editor")

    panel.page.keyboard.press("Tab")

    assert panel.page.evaluate("document.activeElement.textContent") == "Check"


def test_who_went_away_is_not_called_back(held):
    """Where the focus has moved on before the larger editor came, it stays."""
    panel, arrive = held()
    panel.page.get_by_role("button", name="Copy", exact=True).focus()

    arrive()
    panel.page.wait_for_selector(".cm-editor")

    assert panel.page.evaluate("document.activeElement.textContent") == "Copy"


def test_marks_of_a_check_come_along(visit):
    """A line that was marked before the larger editor came is marked in it."""
    panel = visit(NAME)
    panel.verdict_of("def numerical_gradient(f, x):\n    return x / undefined_name\n")
    before = panel.page.locator(FIELD).count()

    panel.enlarge()

    assert before == 1
    assert "undefined_name" in panel.page.locator(".cm-line.cm-marked").inner_text()


def test_an_editor_that_does_not_arrive_is_not_missed(held, served):
    """The plain field goes on by itself."""
    served.absent = {EDITOR}
    panel, arrive = held()
    arrive()
    panel.page.wait_for_timeout(500)

    panel.page.keyboard.press("Control+Home")
    panel.page.keyboard.type("# mine ")

    assert panel.page.locator(FIELD).is_visible()
    assert panel.text.startswith("# mine ")
    assert panel.complaints == []


def test_both_editors_look_alike(visit):
    """The larger editor has the plain one's letters and height, so that nothing below it moves."""
    panel = visit(NAME)
    look = """(it) => {
      const { fontFamily, fontSize, lineHeight } = getComputedStyle(it);
      return [fontFamily, fontSize, lineHeight];
    }"""
    height = "(it) => it.offsetHeight"
    plain = panel.page.locator(FIELD).evaluate(look), panel.page.locator(FIELD).evaluate(height)

    panel.enlarge()
    larger = (
        panel.page.locator(".cm-content").evaluate(look),
        panel.page.locator(".cm-editor").evaluate(height),
    )

    assert larger == plain
