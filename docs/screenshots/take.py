"""The screenshots of README and docs, taken from the pages of the sample class.

    make demo
    python -m docs.screenshots.take

Writes student.png, class.png and terminal.png here, and the same in Japanese as student.ja.png and
so on. Needs the dependency group `browser`, and Chromium on the machine or Playwright's own.
"""

from __future__ import annotations

import argparse
import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI

from autograder import report
from autograder.language import Language, languages
from autograder.verdict.results import Results

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DESKTOP = {"width": 1040, "height": 900}
DENSITY, MARGIN, COLOURS = 1.5, 24, 128
COLUMNS, EXERCISE = 92, "numerical_gradient"
# In this font a Japanese character is as wide as two Latin ones, as on a terminal.
TERMINAL = (
    "<pre style='margin: 0; padding: 24px; width: max-content;"
    ' font: 14px/1.6 "Noto Sans Mono CJK JP", monospace;'
    " color: {foreground}; background: {background}'>{code}</pre>"
)


def main() -> None:
    """Read the arguments, take every picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--results", type=Path, default=ROOT / "build" / "demo")
    parser.add_argument("--output", type=Path, default=Path(__file__).parent)
    parser.add_argument("--student", default="s08", help="whose page is shown")
    asked = parser.parse_args()
    places = Results(asked.results.resolve())
    with chromium() as browser:
        for language in languages():
            ending = ".png" if language == "en" else f".{language}.png"
            for name, file, last in (
                ("student", places.page(asked.student), ".check.failed"),
                ("class", places.index, ".two"),
            ):
                page = opened(browser, file, language)
                save(page.screenshot(clip=down_to(page, last)), asked.output / f"{name}{ending}")
            page = browser.new_page(viewport=DESKTOP, device_scale_factor=DENSITY)
            page.set_content(printed(places, asked.student, language))
            save(page.locator("pre").screenshot(), asked.output / f"terminal{ending}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give a browser."""
    installed = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser: Browser, file: Path, language: Language) -> Page:
    """Open a page in a language, by day."""
    page = browser.new_page(viewport=DESKTOP, color_scheme="light", device_scale_factor=DENSITY)
    page.goto(file.as_uri())
    page.click(f"[data-language={language}]")
    page.evaluate("document.activeElement.blur()")
    return page


def down_to(page: Page, last: str) -> dict[str, float]:
    """Give the part of a page from its top to the end of the first such element."""
    box = page.locator(last).first.bounding_box()
    assert box is not None
    height = box["y"] + box["height"] + MARGIN
    page.set_viewport_size({"width": DESKTOP["width"], "height": round(height)})
    return {"x": 0, "y": 0, "width": DESKTOP["width"], "height": height}


def save(picture: bytes, file: Path) -> None:
    """Write a picture in as many colours as it needs: a third of the size."""
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS).save(file, optimize=True)


def printed(places: Results, student: str, language: Language) -> str:
    """Give what the terminal shows of one verdict of a student, as an HTML page."""
    console = Console(record=True, file=io.StringIO(), force_terminal=True, width=COLUMNS)
    for verdict in places.verdicts():
        if verdict.student == student and verdict.exercise == EXERCISE:
            report.show(verdict, language, console)
    return console.export_html(theme=MONOKAI, inline_styles=True, code_format=TERMINAL)


if __name__ == "__main__":
    main()
