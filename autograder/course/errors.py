"""The error that a course's files raise."""

from __future__ import annotations

from autograder.language import UserError


class ExerciseError(UserError):
    """A course file that is missing or broken; the message says which, and what to do."""
