"""Readers of the exercises on the page: a browser, and the site with its Python runtime."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.panel.panel import Panel
from tests.panel.serving import SITE, Served, serving

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def server() -> Iterator[Served]:
    """Serve the built site; a missing site is said as such."""
    if not (SITE / "index.html").exists():
        pytest.exit(f"{SITE} holds no page: build it first with `make site`", returncode=4)
    with serving() as served:
        yield served


@pytest.fixture
def served(server: Served) -> Served:
    """Give the server with nothing wrong yet."""
    server.reset()
    return server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give one browser for all tests: the machine's Chromium, else Playwright's own."""
    installed = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Callable[..., Panel]]:
    """Give a way to open an exercise as a visitor who was never here before."""
    contexts: list[Any] = []

    def open_panel(name: str, language: str = "en", **settings: Any) -> Panel:
        contexts.append(browser.new_context(**settings))
        return Panel(contexts[-1].new_page(), served, name, language)

    yield open_panel
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def warm(browser: Browser, server: Served) -> Iterator[Callable[[str], Panel]]:
    """Give an exercise whose Python runs already, one for the whole session.

    Each has a visitor of its own: what was written in one exercise counts for the next.
    """
    panels: dict[str, Panel] = {}

    def open_panel(name: str) -> Panel:
        server.reset()
        if name not in panels:
            panels[name] = Panel(browser.new_context().new_page(), server, name)
        return panels[name]

    yield open_panel
    for panel in panels.values():
        panel.page.context.close()
