"""A verdict as terminal text, as a student's page, and a class as one page."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from autograder.report.counts import Counts
from autograder.report.next_step import show_next
from autograder.report.terminal import show, table, text
from autograder.report.visible import escaped, visible

if TYPE_CHECKING:
    from autograder.report.live import redraw
    from autograder.report.pages import Shown, class_page, empty_page, page, write
    from autograder.report.pictures import Drawn

__all__ = [
    "Counts",
    "Drawn",
    "Shown",
    "class_page",
    "empty_page",
    "escaped",
    "page",
    "redraw",
    "show",
    "show_next",
    "table",
    "text",
    "visible",
    "write",
]

# What is drawn waits until it is asked for: a verdict in the terminal needs no templates.
_PAGES = {
    "Drawn": "pictures",
    "Shown": "pages",
    "class_page": "pages",
    "empty_page": "pages",
    "page": "pages",
    "redraw": "live",
    "write": "pages",
}


def __getattr__(name: str) -> Any:
    if name not in _PAGES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PAGES[name]}"), name)
