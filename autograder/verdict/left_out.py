"""A file that was handed in but not graded."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.language import Text


@dataclass(frozen=True)
class LeftOut:
    """One file that nobody grades.

    Attributes:
        path: where it lies in the class.
        why: it was not taken.
        student: whose it is; "" where nobody can tell.
    """

    path: str
    why: Text
    student: str = ""
