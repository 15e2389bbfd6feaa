"""The built site in a browser, served from its files at its own address."""

from __future__ import annotations

import gzip
import mimetypes
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from pages import SITE, base_url
from playwright.sync_api import Browser, BrowserContext, Route, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Reader:
    """One visitor: a browser context that reads the site from its folder and notes what it asks."""

    def __init__(self, browser: Browser, **settings: Any) -> None:
        """Open a context; every request is answered from the folder, or noted and refused."""
        self.left: list[str] = []
        self.missing: list[str] = []
        self.complaints: list[str] = []
        self.sizes: dict[str, int] = {}
        self.context: BrowserContext = browser.new_context(service_workers="block", **settings)
        self.context.route("**/*", self.answer)

    def answer(self, route: Route) -> None:
        """Answer one request."""
        url = route.request.url
        if url.startswith(("data:", "blob:")):
            route.continue_()
            return
        if not url.startswith(base_url()):
            self.left.append(url)
            route.abort()
            return
        path = urlsplit(url).path.removeprefix(urlsplit(base_url()).path)
        file = SITE / path
        if file.is_dir():
            file = file / "index.html"
        if not file.is_file():
            self.missing.append(url)
            route.fulfill(status=404, body="not found")
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.sizes[url] = transfer_size(file)
        route.fulfill(status=200, body=file.read_bytes(), content_type=kind)

    def open(self, path: str) -> Any:
        """Open a page of the site, come by its widgets, and wait until they are there."""
        page = self.context.new_page()
        page.on("console", self.listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(base_url() + path, wait_until="load")
        for waiting in page.query_selector_all(":not(:defined)"):
            waiting.scroll_into_view_if_needed()
        page.wait_for_function("!document.querySelector(':not(:defined)')")
        page.evaluate("scrollTo(0, 0)")
        return page

    def listen(self, message: Any) -> None:
        """Note what the page complains about."""
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


def transfer_size(file: Path) -> int:
    """Give the bytes that a host sends: text compressed, pictures and fonts as they are."""
    content = file.read_bytes()
    is_text = file.suffix in {".html", ".css", ".js", ".json", ".svg", ".xml"}
    return len(gzip.compress(content, 6)) if is_text else len(content)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give one browser for all tests: the machine's Chromium, else Playwright's own."""
    installed = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Any]:
    """Give a way to open visitors with their own settings; all are closed at the end."""
    readers: list[Reader] = []

    def visit(**settings: Any) -> Reader:
        readers.append(Reader(browser, **settings))
        return readers[-1]

    yield visit
    for each in readers:
        each.context.close()
