"""Verdicts as scores of a class: our table, and the forms that learning platforms take."""

from autograder.gradebook.canvas import canvas
from autograder.gradebook.feedback import feedback_zip, pages
from autograder.gradebook.forms import classroom, plain, to_json
from autograder.gradebook.loading import class_of, load, remember
from autograder.gradebook.moodle import moodle
from autograder.gradebook.nbgrader import Handed, to_nbgrader
from autograder.gradebook.returned import Cells, Returned, note, sent
from autograder.gradebook.roster import Roster
from autograder.gradebook.table import GradebookError
from autograder.verdict.gradebook import Gradebook, of

__all__ = [
    "Cells",
    "Gradebook",
    "GradebookError",
    "Handed",
    "Returned",
    "Roster",
    "canvas",
    "class_of",
    "classroom",
    "feedback_zip",
    "load",
    "moodle",
    "note",
    "of",
    "pages",
    "plain",
    "remember",
    "sent",
    "to_json",
    "to_nbgrader",
]
