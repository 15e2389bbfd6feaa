"""Checks as pytest items: ``pytest autograder/checks/check_NAME.py --submission FILE``.

For those who want pytest's own reports, selections and plugins. The verdict is the same as that of
`autograder check`, made by the same engine; a bare `pytest` collects nothing of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from autograder.course.exercise import PREFIX
from autograder.verdict import CheckResult, Outcome, Verdict

OPTION = "--submission"


class CheckFailed(Exception):
    """A check that the submission does not pass."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a submission be named."""
    group = parser.getgroup("kobai")
    group.addoption(
        OPTION,
        type=Path,
        metavar="FILE",
        help="run the check files that are named against this file or notebook",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CheckFile | None:
    """Collect a check file, if a submission is named for it."""
    submission = parent.config.getoption(OPTION)
    is_check = file_path.suffix == ".py" and file_path.stem.startswith(PREFIX)
    if submission is None or not is_check:
        return None
    return CheckFile.from_parent(parent, path=file_path)


class CheckFile(pytest.File):
    """The check file of one exercise, with the verdict on the submission."""

    @cached_property
    def verdict(self) -> Verdict:
        """Grade once; every check of the file is an item."""
        from autograder.course import Course
        from autograder.frontends.local import check_submission
        from autograder.submission import read_whole

        file: Path = self.config.getoption(OPTION)
        exercise = self.path.stem.removeprefix(PREFIX)
        course = Course.around(self.path.parent)
        submission = read_whole(file, tuple(course.exercises), exercise=exercise)
        return check_submission(submission, file.parent, course, file.suffix)

    def collect(self) -> Iterator[pytest.Item]:
        """Give an item for each check, in the order of the file."""
        for result in self.verdict.checks:
            yield CheckItem.from_parent(self, name=result.name, result=result)


class CheckItem(pytest.Item):
    """One check of a submission."""

    def __init__(self, *, result: CheckResult, **keywords: Any) -> None:
        super().__init__(**keywords)
        self.result = result
        self.user_properties += [("points", result.points), ("score", result.score)]

    def runtest(self) -> None:
        """Pass, fail or skip as the verdict says."""
        feedback = self.result.feedback
        if self.result.outcome is Outcome.SKIPPED:
            pytest.skip(feedback.message.en)
        if self.result.outcome is not Outcome.PASSED:
            raise CheckFailed(f"{feedback.message}\n{feedback.hint}".rstrip())

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what the student is told, not our stack."""
        if isinstance(excinfo.value, CheckFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Name the item by its title."""
        return self.path, None, self.result.title.en
