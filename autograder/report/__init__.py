"""A verdict as terminal text, as a student's page, and a class as one page."""

from autograder.report.counts import Counts
from autograder.report.ending import broken, ending, others
from autograder.report.intake import taken
from autograder.report.layers import layers
from autograder.report.live import redraw
from autograder.report.next_step import show_next
from autograder.report.pages import Shown, class_page, empty_page, page, write
from autograder.report.pictures import Drawn
from autograder.report.terminal import show, table, text
from autograder.report.visible import visible

__all__ = [
    "Counts",
    "Drawn",
    "Shown",
    "broken",
    "class_page",
    "empty_page",
    "ending",
    "layers",
    "others",
    "page",
    "redraw",
    "show",
    "show_next",
    "table",
    "taken",
    "text",
    "visible",
    "write",
]
