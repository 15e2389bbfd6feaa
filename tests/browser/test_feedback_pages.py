"""Feedback pages in a browser: accessible, valid, quiet, fast, and in the reader's language."""

from __future__ import annotations

import itertools
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "docs" / "web" / "node_modules" / "axe-core" / "axe.min.js"
VNU = ROOT / "docs" / "web" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CASES = list(itertools.product(("light", "dark"), (1280, 390), ("en", "ja")))
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


def pages(results: Path) -> list[Path]:
    """Give the class page and every student's page."""
    return [results / "index.html", *sorted((results / "feedback").glob("*.html"))]


@pytest.mark.parametrize(("scheme", "width", "language"), CASES)
def test_pages_are_accessible_and_fit(reader, results, scheme, width, language):
    """Axe finds no fault with everything unfolded, and nothing is wider than the screen."""
    visitor = reader(color_scheme=scheme, viewport={"width": width, "height": 800})
    axe = AXE.read_text(encoding="utf-8")
    for file in pages(results):
        page = visitor.open(file)
        page.click(f"[data-language={language}]")
        page.evaluate(UNFOLD)
        page.evaluate(axe)

        found = page.evaluate(
            "(values) => axe.run(document, { runOnly: { type: 'tag', values } })", RULES
        )
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        page.close()

        assert found["passes"]
        assert not [
            f"{file.name}: {fault['id']}: {node['html'][:200]} {node['failureSummary']}"
            for fault in found["violations"]
            for node in fault["nodes"]
        ]
        assert wide <= 0, file.name
    assert not visitor.complaints


def test_pages_are_valid_html(results):
    """The checker of the Web's own standards finds no error and has no warning."""
    done = subprocess.run(
        ["java", "-jar", VNU, *pages(results)], capture_output=True, text=True, timeout=300
    )

    assert done.returncode == 0, done.stderr


def test_pages_ask_nothing_of_the_network(reader, results):
    """The page's own file is all that is loaded."""
    visitor = reader()
    for file in pages(results):
        visitor.open(file).close()

    assert not [url for url in visitor.requests if not url.startswith("file:")]
    assert len(visitor.requests) == len(pages(results))


def test_a_student_s_page_stays_under_1_mb(results):
    """So that it can be sent by mail."""
    assert max(file.stat().st_size for file in pages(results)) < 1_000_000


def test_one_language_is_shown_at_a_time_and_remembered(reader, results):
    """The switch changes every sentence, and the next page opens in the language chosen."""
    visitor = reader(locale="en-GB")
    page = visitor.open(pages(results)[1])
    assert page.locator("main [lang=en]:visible").count()
    assert not page.locator("main [lang=ja]:visible").count()

    page.click("[data-language=ja]")

    assert page.locator("main [lang=ja]:visible").count()
    assert not page.locator("main [lang=en]:visible").count()
    assert page.get_attribute("html", "lang") == "ja"
    assert page.get_attribute("[data-language=ja]", "aria-pressed") == "true"
    assert visitor.open(pages(results)[0]).get_attribute("html", "lang") == "ja"


def test_light_and_dark_can_be_switched(reader, results):
    """The switch turns the page the other way, whatever the system says."""
    page = reader(color_scheme="dark").open(pages(results)[0])
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)

    page.click("[data-theme-switch]")

    assert page.evaluate(background) != dark
    assert page.get_attribute("[data-theme-switch]", "aria-pressed") == "false"


def test_the_page_is_whole_without_script(reader, results):
    """Where scripts are off, everything is there in the page's first language."""
    page = reader(java_script_enabled=False).open(pages(results)[0])

    assert page.is_visible("#marks")
    assert not page.is_visible(".switches")
    assert not page.is_visible("#search")


def test_the_keyboard_reaches_everything(reader, results):
    """The first stop leads past the switches, and focus is seen."""
    page = reader().open(pages(results)[1])

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.get_attribute("html", "lang") == "ja"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_class_of_2000_is_ready_within_a_second(reader, large_class):
    """Loading it, and then sorting it, keep the page's thread busy for less than a second.

    Processor time of the thread, so that a busy machine does not fail the test.
    """
    visitor = reader()
    page = visitor.open(large_class)
    session = visitor.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.reload()
    loaded = _busy(page, session)
    page.click("#marks thead th:last-child button")
    then_sorted = _busy(page, session)

    assert not visitor.complaints
    assert loaded < 1
    assert then_sorted - loaded < 1


def _busy(page, session) -> float:
    """Give the seconds that the page's thread has worked, once it has drawn what it has to."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(one["value"] for one in metrics if one["name"] == "TaskDuration")


def test_the_class_table_sorts_and_searches(reader, large_class):
    """By total, up and down, with blanks first; by name; and a search leaves whom it finds."""
    page = reader().open(large_class)
    totals = (
        "[...document.querySelectorAll('#marks tbody tr')]"
        ".map((row) => row.lastElementChild.textContent)"
    )
    total = "#marks thead th:last-child button"

    page.click(total)
    up = page.evaluate(totals)
    page.click(total)
    down = page.evaluate(totals)
    page.fill("#search", "STUDENT0042")

    assert _numbers(up) == sorted(_numbers(up))
    assert _numbers(down) == sorted(_numbers(down), reverse=True)
    assert len(up) == 2000
    assert page.locator("#marks tbody tr:visible").count() == 1
    assert page.inner_text("#found") == "1 / 2000"


def test_a_link_to_a_misconception_unfolds_it(reader, large_class):
    """From what is worth teaching again one click leads to the names."""
    page = reader().open(large_class)

    page.click(".teach a[href^='#m-']")

    assert page.locator(".misconceptions details[open]").count() == 1


def _numbers(words: list[str]) -> list[float]:
    return [float(word) for word in words if word not in ("–", "?")]
