"""The page's way in: an exercise's name and the student's sources, to a verdict and figures."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from autograder.course import Course
from autograder.grading.session import Session
from autograder.sandbox.trusted.inprocess import InProcess
from autograder.submission.model import Submission
from autograder.submission.reading import from_bytes
from autograder.verdict import Verdict

DOTS_PER_INCH = 110


@dataclass(frozen=True)
class Checked:
    """What one press of Check gave.

    Attributes:
        verdict: on the public checks.
        drawn: the last matplotlib figure of each function, by its name.
    """

    verdict: Verdict
    drawn: Mapping[str, Any] = field(default_factory=dict)

    def words(self) -> str:
        """Return the verdict as JSON."""
        return self.verdict.dumps()

    def figures(self) -> str:
        """Return the figures as JSON: the function that drew it, and a PNG in base64."""
        return json.dumps(
            [{"function": name, "png": _png(one)} for name, one in self.drawn.items()]
        )


def check(request: str) -> Checked:
    """Check one exercise.

    Args:
        request: {"exercise": name, "sources": {name: source, …}} as JSON. Among the sources are
            the student's other exercises, for the one to build on.
    """
    asked = json.loads(request)
    sources: Mapping[str, str] = asked["sources"]
    asked_for: str = asked["exercise"]
    drawn: dict[str, Any] = {}

    def submission_of(name: str) -> Submission | None:
        return _read(name, sources[name]) if name in sources else None

    def sandbox(name: str) -> InProcess:
        return InProcess(keep=drawn.__setitem__ if name == asked_for else None)

    session = Session(_course().exercises, submission_of, sandbox)
    return Checked(session.verdict(asked_for), drawn)


@cache
def _course() -> Course:
    """Load the course once: a page is pressed again and again."""
    return Course()


def _read(name: str, source: str) -> Submission:
    return from_bytes(source.encode(), Submission("", name, None, ""))


def _png(figure: Any) -> str:
    """Draw a figure; one that cannot be drawn gives ""."""
    target = io.BytesIO()
    try:
        figure.savefig(target, format="png", dpi=DOTS_PER_INCH)
    except Exception:  # noqa: BLE001 -- a student's labels may be no labels at all
        return ""
    return base64.b64encode(target.getvalue()).decode()
