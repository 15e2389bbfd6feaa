"""The autograder as pytest shows it: an item for each student, exercise and check.

``pytest --submission FILE_OR_FOLDER`` is `autograder check`, ``pytest --submissions CLASS`` is
`autograder grade`: the same engine, the same verdicts, and, for a class, the same lock-down. With
neither, pytest collects nothing of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

# Every pytest of whoever has us installed loads this module: the rest is imported when asked for.
if TYPE_CHECKING:
    from autograder.course import Course
    from autograder.course.exercise import Check
    from autograder.language import Language
    from autograder.submission import Submission
    from autograder.verdict import CheckResult, Verdict

ONE, CLASS, SANDBOX = "--submission", "--submissions", "--sandbox"

Verdicts = Callable[[], Mapping[str, "Verdict"]]


class CheckFailed(Exception):
    """A check that the submission does not pass; the words are the student's feedback."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let submissions be named."""
    group = parser.getgroup("kobai")
    group.addoption(
        ONE, type=Path, metavar="FILE_OR_FOLDER", help="check one student's work, as a student does"
    )
    group.addoption(
        CLASS, type=Path, metavar="CLASS", help="grade a class: a folder, or a download (.zip)"
    )
    group.addoption(
        SANDBOX,
        choices=["locked", "trust"],
        default="locked",
        help="how a class is graded; trust: for code that you trust",
    )


def pytest_collection(session: pytest.Session) -> bool | None:
    """Collect submissions instead of tests, if any are named: whatever else lies there is not ours.

    Raises:
        pytest.UsageError: there are none, or the course is broken.
    """
    from autograder.language import UserError, preferred

    config = session.config
    try:
        if config.getoption(CLASS) is not None:
            items = list(_of_class(session, config.getoption(CLASS)))
        elif config.getoption(ONE) is not None:
            items = list(_of_one(session, config.getoption(ONE)))
        else:
            return None
    except UserError as fault:
        raise pytest.UsageError(fault.text.to(preferred())) from fault
    session.items = items
    config.pluginmanager.check_pending()
    config.hook.pytest_collection_modifyitems(session=session, config=config, items=items)
    config.hook.pytest_collection_finish(session=session)
    session.testscollected = len(items)
    return True


def _of_one(session: pytest.Session, place: Path) -> Iterator[pytest.Item]:
    """Yield the public checks of what one student works on."""
    from autograder.course import Course
    from autograder.frontends import local, workplace

    course = Course.around(Path.cwd())
    work = workplace.require(place, course)

    @cache
    def verdicts() -> Mapping[str, Verdict]:
        return {verdict.exercise: verdict for verdict in local.check_place(work, course)}

    yield from _items(session, course, dict.fromkeys(work.files), verdicts)


def _of_class(session: pytest.Session, place: Path) -> Iterator[pytest.Item]:
    """Yield every check of every student, hidden ones too where the course has them."""
    from autograder.course import Course
    from autograder.submission import find

    course = Course.around(Path.cwd())
    if (course.folder / "solutions").is_dir():
        course = Course.at(course.folder).sealed()
    found = find(place, list(course.exercises))
    for student, own in groupby(found.submissions, key=lambda one: one.student):
        by_exercise = {one.exercise: one for one in own}
        parent = Group.from_parent(session, name=student, nodeid=student)
        verdicts = _graded(course, session.config.getoption(SANDBOX), by_exercise)
        yield from _items(parent, course, by_exercise, verdicts)


def _graded(course: Course, kind: str, own: Mapping[str, Submission]) -> Verdicts:
    """Return a function that grades a student's exercises when the first verdict is asked for."""

    @cache
    def verdicts() -> Mapping[str, Verdict]:
        from autograder.grading.batch import Work, grade_student
        from autograder.sandbox.kind import Kind
        from autograder.verdict import Verdict

        outcomes = grade_student(Work(course, Kind(kind), own))
        return {one.exercise: Verdict.loads(one.text) for one in outcomes if one.text is not None}

    return verdicts


def _items(
    parent: pytest.Session | Group,
    course: Course,
    handed_in: Mapping[str, object],
    verdicts: Verdicts,
) -> Iterator[pytest.Item]:
    """Yield an item for each check of what was handed in, in the course's order."""
    for name, exercise in course.exercises.items():
        if name in handed_in:
            above = f"{parent.nodeid}/{name}" if isinstance(parent, Group) else name
            group = Group.from_parent(parent, name=name, nodeid=above)
            for check in exercise.checks:
                yield CheckItem.from_parent(
                    group, name=check.name, exercise=name, check=check, verdicts=verdicts
                )


class Group(pytest.Collector):
    """A student, or one exercise of a student's."""

    def collect(self) -> list[pytest.Item]:
        """Return nothing: what is in it was collected with it."""
        return []


class CheckItem(pytest.Item):
    """One check of one submission."""

    def __init__(self, *, exercise: str, check: Check, verdicts: Verdicts, **keywords: Any) -> None:
        from autograder.language import preferred

        super().__init__(**keywords)
        self._exercise, self._check, self._verdicts = exercise, check, verdicts
        self._language: Language = preferred()

    def runtest(self) -> None:
        """Pass, fail or skip as the verdict says; a failure is told in the student's words."""
        from autograder.verdict import Outcome

        every = self._verdicts()[self._exercise].checks
        result = next(one for one in every if one.name == self.name)
        self.user_properties += [("points", result.points), ("score", result.score)]
        if result.outcome is Outcome.SKIPPED:
            pytest.skip(result.feedback.message.to(self._language))
        if result.outcome is not Outcome.PASSED:
            raise CheckFailed("\n".join(self._told(result)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what the student is told, not our stack."""
        from autograder.language import UserError

        if isinstance(excinfo.value, CheckFailed):
            return str(excinfo.value)
        if isinstance(excinfo.value, UserError):
            return excinfo.value.text.to(self._language)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Name the item by who handed it in, what, and the check's title."""
        assert self.parent is not None
        return self.path, None, f"{self.parent.nodeid}: {self._check.title.to(self._language)}"

    def _told(self, result: CheckResult) -> Iterator[str]:
        """Yield what is said about a failure; where it was ours, the traceback for its mender."""
        from autograder.frontends import one_student
        from autograder.report import visible

        yield from (visible(line) for line in one_student.words(result, self._language))
        if result.traceback:
            yield visible(result.traceback)
