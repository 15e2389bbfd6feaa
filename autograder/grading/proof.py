"""The course's own files, graded before a class: solutions earn everything, stubs nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from autograder.course import Course
from autograder.course.exercise import ExerciseError
from autograder.grading.batch import Work, grade_student, unchanged
from autograder.grading.executors import Crew, Killed
from autograder.language import Text, _
from autograder.sandbox.kind import Kind
from autograder.submission import Submission, read
from autograder.verdict import Outcome, Verdict, files
from autograder.verdict.summary import Head

NAME = ".course.json"
SOLUTION, STUB = "solution", "stub"

Heads = Mapping[str, Head]


def prove(course: Course, kind: Kind, crew: Crew, known: Path, write: bool = True) -> None:
    """Grade what has changed of the course's solutions and stubs, as a student's are graded.

    Args:
        course: with its solutions.
        kind: how the class is going to be graded.
        crew: who does the work.
        known: where the scores of the last time lie.
        write: whether to keep those of this time.

    Raises:
        ExerciseError: a solution loses points, a check breaks on it, or a stub earns some.
    """
    before = _read(known)
    left, heads = [], {}
    for who, own in _submissions(course).items():
        work = Work(course, kind, own, before.get(who, {}))
        kept = {one.exercise: one.head for one in unchanged(work)}
        if len(kept) == len(own):
            heads[who] = kept
        else:
            left.append(work)
    for outcomes in crew(grade_student, left) if left else ():
        if isinstance(outcomes, Killed):
            raise ExerciseError(
                _("{folder}: judging the {who} ends the process that does it").format(
                    folder=course.folder, who=next(iter(outcomes.task.submissions.values())).student
                )
            )
        for one in outcomes:
            if one.text is not None:
                _require(Verdict.loads(one.text), course)
            heads.setdefault(one.student, {})[one.exercise] = one.head
    if write and left:
        content = {
            who: {name: asdict(head) for name, head in sorted(own.items())}
            for who, own in sorted(heads.items())
        }
        files.write(known, json.dumps(content, indent=1) + "\n")


def _submissions(course: Course) -> dict[str, dict[str, Submission]]:
    """Return the solutions and the stubs as two students' submissions."""
    found = {
        who: {
            name: read(file, student=who)
            for name in course.exercises
            if (file := _file(course, who, name)).is_file()
        }
        for who in (SOLUTION, STUB)
    }
    return {who: own for who, own in found.items() if own}


def _file(course: Course, who: str, exercise: str) -> Path:
    assert course.solutions is not None
    folder = course.solutions if who == SOLUTION else course.solutions.parent / "exercises"
    return folder / f"{exercise}.py"


def _require(verdict: Verdict, course: Course) -> None:
    """Stop unless the solution earns everything and the stub nothing."""
    fault = next(_faults(verdict), None)
    if fault is not None:
        raise ExerciseError(
            _("{file}: {fault}; nothing was graded").format(
                file=_file(course, verdict.student, verdict.exercise), fault=fault
            )
        )


def _faults(verdict: Verdict) -> Iterator[Text]:
    for check in verdict.checks:
        if check.outcome is Outcome.ERROR:
            yield _("the check {name} (“{title}”) breaks: {message}").format(
                name=check.name, title=check.title, message=check.feedback.message
            )
        elif verdict.student == SOLUTION and check.outcome is not Outcome.PASSED:
            yield _(
                "the reference solution does not pass {name} (“{title}”): {message}; "
                "mend the solution or the check"
            ).format(name=check.name, title=check.title, message=check.feedback.message)
        elif verdict.student == STUB and check.score:
            yield _(
                "the stub, which nobody has worked on, passes {name} (“{title}”); "
                "mend the check, or run `autograder release`"
            ).format(name=check.name, title=check.title)


def _read(known: Path) -> Mapping[str, Heads]:
    """Return the scores of the last time; none where there are none that can be read."""
    try:
        content = json.loads(known.read_text(encoding="utf-8"))
        return {
            who: {name: Head(**head) for name, head in own.items()} for who, own in content.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
