"""One exercise on the page, as a reader uses it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.panel.serving import Served

WORDS = {
    "en": {"check": "Check", "stop": "Stop", "reset": "Reset", "undo": "Undo reset"},
    "ja": {
        "check": "チェック",
        "stop": "止める",
        "reset": "最初に戻す",
        "undo": "戻したのを取り消す",
    },
}
LONGEST = 120_000  # ms that a slow machine may take for what ends by itself


class Panel:
    """The panel of one exercise on one page."""

    def __init__(self, page: Page, served: Served, name: str, language: str = "en") -> None:
        """Open the lesson."""
        self.page, self.name, self.words = page, name, WORDS[language]
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        folder = "" if language == "en" else f"{language}/"
        page.goto(f"{served.url}{folder}lessons/{name}/")
        page.wait_for_selector(".kobai-tools")

    def enlarge(self) -> None:
        """Go into the plain field, and wait until the larger editor is in its place."""
        self.page.locator("textarea.kobai-field").focus()
        self.page.wait_for_selector(".cm-editor")

    def write(self, source: str) -> None:
        """Put a program into the editor."""
        self.page.evaluate(
            "(text) => { document.querySelector('kobai-exercise').editor.text = text }", source
        )

    @property
    def text(self) -> str:
        """What is in the editor."""
        return self.page.evaluate("document.querySelector('kobai-exercise').editor.text")

    def press(self, button: str) -> None:
        """Press a button by what it is for."""
        self.page.get_by_role("button", name=self.words[button], exact=True).click()

    def check(self) -> None:
        """Press Check and wait until it is over."""
        self.press("check")
        self.wait()

    def wait(self) -> None:
        """Wait until no check is running."""
        self.page.wait_for_function(
            "!document.querySelector('kobai-exercise').isChecking", timeout=LONGEST
        )

    def verdict_of(self, source: str) -> dict[str, Any] | None:
        """Check a program; give the verdict, or None where there was none."""
        self.write(source)
        self.check()
        return self.page.evaluate("document.querySelector('kobai-exercise').verdict ?? null")

    @property
    def status(self) -> str:
        """What the panel says is going on."""
        return self.page.locator(".kobai-status").inner_text()

    @property
    def result(self) -> str:
        """What is shown as the result; "" where nothing is."""
        result = self.page.locator(".kobai-result")
        return result.inner_text() if result.is_visible() else ""
