"""What judging one submission may use of our own side: more ends that submission alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from autograder.course import Course
from autograder.grading import session
from autograder.grading.bounds import Bounds, Exceeded
from autograder.sandbox import Answer, Loaded, Program
from autograder.submission import Submission
from autograder.verdict import Outcome

TOML = """
format = 1
name = "doubling"
exercises = ["double"]
title.en = "Doubling"
"""
CHECKS = """
'''The checks of a made-up exercise.'''

from autograder.checking import needs, points

FUNCTIONS = ("double",)


@points(1)
def check_first(student):
    '''double can be called'''
    student.double(1.0)


@points(1)
def check_work(student):
    '''double is judged'''
    student.double(2.0)
    WORK


@points(1)
def check_after(student):
    '''double is judged again'''
    student.double(3.0)
"""
WORK = {
    "time": "while True:\n        pass",
    "time that something swallows": (
        "while True:\n        try:\n            while True:\n                pass\n"
        "        except Exception:\n            pass"
    ),
    "memory": "held = []\n    while True:\n        held.append(bytes(1 << 20))",
}


class Doubling:
    """A sandbox without a wall, for code that is ours."""

    layers: Sequence[str] = ()

    def load(self, _program: Program) -> Loaded:
        return Loaded({"double": 1})

    def call(
        self, _function: str, arguments: Sequence[Any], _keywords: Mapping[str, Any]
    ) -> Answer:
        return Answer(2 * arguments[0])

    def close(self) -> None:
        pass


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_what_takes_too_much_to_judge_is_the_students_failure(tmp_path: Path, monkeypatch, work):
    """It earns what it earned before, is told why, and is no error of ours."""
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "check_double.py").write_text(CHECKS.replace("WORK", work), "utf-8")
    (tmp_path / "course.toml").write_text(TOML, "utf-8")
    exercise = Course(tmp_path).exercises["double"]
    monkeypatch.setattr(session, "Bounds", lambda: Bounds(seconds=0.2, memory=64 << 20))

    verdict = session.alone(Submission("mia", "double", None, ""), exercise, Doubling())

    outcomes = [check.outcome for check in verdict.checks]
    assert outcomes == [Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED]
    assert "to judge, so we stopped" in verdict.checks[1].feedback.message.en
    assert not verdict.needs_review


def test_bounds_end_with_what_they_bound():
    """What comes after may take as long as it likes, and start processes."""
    with Bounds(seconds=0.05).kept() as room:
        assert room.lifted(lambda: 1) == 1
    for _round in range(2_000_000):
        pass

    with pytest.raises(Exceeded):
        for_ever()


def for_ever() -> None:
    with Bounds(seconds=0.05).kept():
        while True:
            pass
