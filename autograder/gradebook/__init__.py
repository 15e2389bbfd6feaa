"""Verdicts as scores of a class: our table, and the forms that learning platforms take."""

from autograder.gradebook.canvas import canvas
from autograder.gradebook.exporting import Form, export
from autograder.gradebook.feedback import feedback_zip
from autograder.gradebook.forms import classroom, plain, to_json
from autograder.gradebook.moodle import moodle
from autograder.gradebook.roster import Roster
from autograder.gradebook.table import Gradebook, GradebookError, of, write

__all__ = [
    "Form",
    "Gradebook",
    "GradebookError",
    "Roster",
    "canvas",
    "classroom",
    "export",
    "feedback_zip",
    "moodle",
    "of",
    "plain",
    "to_json",
    "write",
]
