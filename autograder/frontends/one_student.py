"""Grade the files of one student, and say each check in words."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from autograder.course import Course
from autograder.grading.batch import grade_class
from autograder.language import Language, _
from autograder.sandbox.kind import Kind
from autograder.submission import find_own
from autograder.verdict import CheckResult, Verdict
from autograder.verdict.results import Results


def verdicts(folder: Path, student: str, course: Course, kind: Kind) -> dict[str, Verdict]:
    """Grade what lies in one student's folder; give the verdicts by exercise.

    Raises:
        SubmissionError: there is no submission.
        SandboxError: the submissions cannot be locked down here.
    """
    found = find_own(folder, student, list(course.exercises))
    with tempfile.TemporaryDirectory() as place:
        results = Results(Path(place))
        for _graded in grade_class(found.submissions, course, results, kind):
            pass
        return {verdict.exercise: verdict for verdict in results.verdicts()}


def words(check: CheckResult, language: Language) -> Iterator[str]:
    """Return what a student reads about one check: what we saw, then one idea to try."""
    if check.feedback.message:
        yield check.feedback.message.to(language)
    if check.feedback.hint:
        yield _("Hint: {hint}").format(hint=check.feedback.hint).to(language)
