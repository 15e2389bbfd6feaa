"""Feedback pages in a browser: accessible, valid, quiet, fast, and in the reader's language."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "docs" / "web" / "node_modules" / "axe-core" / "axe.min.js"
VNU = ROOT / "docs" / "web" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Each pair of scheme, width and language, and so each of them with each page, in four of eight.
CASES = [("light", 1280, "en"), ("light", 360, "ja"), ("dark", 1280, "ja"), ("dark", 360, "en")]
FAULTS = """async (values) => {
  const asked = { runOnly: { type: "tag", values }, resultTypes: ["violations"] };
  const found = await axe.run(document, asked);
  if (!found.passes.length) return ["axe looked at nothing"];
  return found.violations.flatMap((fault) => fault.nodes.map((node) =>
    `${fault.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
}"""
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


def pages(results: Path) -> list[Path]:
    """Give the class page and every student's page, those with every picture among them."""
    return [
        results / "index.html",
        results / "gallery" / "index.html",
        *sorted(results.glob("**/feedback/*.html")),
    ]


@pytest.mark.parametrize(("scheme", "width", "language"), CASES)
def test_pages_are_accessible_quiet_and_fit(reader, results, scheme, width, language):
    """Axe finds no fault with everything unfolded, nothing is wider than the screen, all is quiet.

    Axe is given to the page as a debugger would: the page's own policy stays as it is.
    """
    visitor = reader(color_scheme=scheme, viewport={"width": width, "height": 800})
    axe = AXE.read_text(encoding="utf-8")
    for file in pages(results):
        page = visitor.open(file)
        page.click(f"[data-language={language}]")
        page.evaluate(UNFOLD)
        page.evaluate(axe)

        faults = page.evaluate(FAULTS, RULES)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        page.close()

        assert not faults, file.name
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
