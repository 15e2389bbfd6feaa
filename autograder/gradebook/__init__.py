"""Verdicts as scores of a class: our table, and the forms that learning platforms take."""

from autograder.gradebook.canvas import canvas
from autograder.gradebook.feedback import feedback_zip
from autograder.gradebook.forms import FORMS, classroom, plain, to_json
from autograder.gradebook.moodle import moodle
from autograder.gradebook.table import Gradebook, GradebookError, of, write

__all__ = [
    "FORMS",
    "Gradebook",
    "GradebookError",
    "canvas",
    "classroom",
    "feedback_zip",
    "moodle",
    "of",
    "plain",
    "to_json",
    "write",
]
