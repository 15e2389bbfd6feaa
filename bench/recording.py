"""What the checks call in each submission of a class, so that the floor can make the same calls."""

from __future__ import annotations

import contextlib
import copy
import pickle
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from autograder.checking import Spy
from autograder.course import Course
from autograder.grading.session import Session
from autograder.sandbox import Answer, Loaded, Program
from autograder.sandbox.trusted.inprocess import InProcess
from autograder.submission import Submission

from . import students


@dataclass(frozen=True)
class Call:
    """One call of a function of a submission, with its arguments as they were handed over."""

    function: str
    arguments: Sequence[Any]
    keywords: Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """Everything that one submission was asked for.

    Attributes:
        program: its files.
        calls: the calls, in their order.
    """

    program: Program
    calls: list[Call] = field(default_factory=list)


class Recorder(InProcess):
    """A sandbox that takes note of what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.sessions: list[Asked] = []

    def load(self, program: Program) -> Loaded:
        """Take note of a new session."""
        # What answers in place of an exercise stays on our side: none of this class needs it.
        self.sessions.append(Asked(replace(program, stand_ins={})))
        return super().load(program)

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        """Take note of a call; in place of a spy the floor gets the function behind it."""
        bare = [_bare(argument) for argument in arguments]
        named = {name: _bare(argument) for name, argument in keywords.items()}
        self.sessions[-1].calls.append(Call(function, bare, named))
        return super().call(function, arguments, keywords)


def _bare(argument: Any) -> Any:
    """Give an argument without the watching of it."""
    return copy.deepcopy(argument.function if isinstance(argument, Spy) else argument)


def record(count: int) -> list[Asked]:
    """Grade the first students of the class, and give what was asked of each submission."""
    course = Course.at(students.ROOT)
    recorder = Recorder()
    for number in range(count):
        student, sources = students.name(number), students.submissions(number)
        own = {name: Submission(student, name, None, source) for name, source in sources.items()}
        graded = Session(course.exercises, own.get, lambda _name: recorder)
        for name in course.exercises:
            graded.verdict(name)
    return recorder.sessions


def sessions(count: int) -> Path:
    """Give the file with the sessions of a class, written if it is not there."""
    path = students.place() / f"sessions-{count}.pickle"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):  # some save figures
            recorded = record(count)
        path.write_bytes(pickle.dumps(recorded))
    return path
