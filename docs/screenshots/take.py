"""The screenshots of README and docs, taken from the pages of a graded class.

    autograder grade examples/class --output results
    python docs/screenshots/take.py results docs/en/assets/screenshots --language en

Writes class.light.png, class.dark.png, student.light.png, student.dark.png, phone.light.png
and terminal.png. Needs Playwright, and Chromium on the machine or Playwright's own.
"""

from __future__ import annotations

import argparse
import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI

from autograder import report
from autograder.language import LANGUAGES, Language
from autograder.results import Results

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DESKTOP, PHONE = {"width": 1100, "height": 1000}, {"width": 390, "height": 844}
SCHEMES = ("light", "dark")
COLUMNS = 92
# In this font a Japanese character is as wide as two Latin ones, as on a terminal.
TERMINAL = (
    "<pre style='margin: 0; padding: 24px; width: max-content;"
    ' font: 14px/1.6 "Noto Sans Mono CJK JP", monospace;'
    " color: {foreground}; background: {background}'>{code}</pre>"
)


def main() -> None:
    """Read the arguments, take every picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("results", type=Path, help="a folder that `autograder grade` wrote")
    parser.add_argument("output", type=Path, help="where the pictures go")
    parser.add_argument("--student", default="s08", help="whose page is shown")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    asked = parser.parse_args()
    places = Results(asked.results.resolve())
    asked.output.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for scheme in SCHEMES:
            for name, file in (("class", places.index), ("student", places.page(asked.student))):
                picture = asked.output / f"{name}.{scheme}.png"
                photograph(browser, file, picture, asked.language, scheme, DESKTOP)
        picture = asked.output / "phone.light.png"
        photograph(browser, places.page(asked.student), picture, asked.language, "light", PHONE)
        shown = printed(places, asked.student, asked.language)
        page = browser.new_page(viewport=DESKTOP, device_scale_factor=2)
        page.set_content(shown)
        page.locator("pre").screenshot(path=asked.output / "terminal.png")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give a browser."""
    installed = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=["--no-sandbox"])
        yield browser
        browser.close()


def photograph(
    browser: Browser,
    file: Path,
    picture: Path,
    language: Language,
    scheme: str,
    size: dict[str, int],
) -> None:
    """Take what is seen of a page when it is opened, at twice the density."""
    page = browser.new_page(viewport=size, color_scheme=scheme, device_scale_factor=2)
    page.goto(file.as_uri())
    page.click(f"[data-language={language}]")
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=picture)
    page.close()


def printed(places: Results, student: str, language: Language) -> str:
    """Give what the terminal shows of a student's verdicts, as an HTML page."""
    console = Console(record=True, file=io.StringIO(), force_terminal=True, width=COLUMNS)
    for verdict in places.verdicts():
        if verdict.student == student and not verdict.is_full:
            report.show(verdict, language, console)
            console.print()
    return console.export_html(theme=MONOKAI, inline_styles=True, code_format=TERMINAL)


if __name__ == "__main__":
    main()
