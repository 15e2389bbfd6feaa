"""The wall: student code runs in a worker, and only plain data crosses.

The trusted side holds a Sandbox: it sends a student's files, calls functions in them and answers
their evaluations of f. What comes back is a claim: an Answer, or one of the faults below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


class SandboxFault(Exception):
    """The worker gave no answer; the submission's fault, not ours."""


class TimedOut(SandboxFault):
    """The worker was stopped because it used up its time."""


class Died(SandboxFault):
    """The worker ended by itself: out of memory, os._exit, a crash."""


class IllFormed(SandboxFault):
    """The worker said something that the protocol does not allow."""


@dataclass(frozen=True)
class Limits:
    """What one submission may use.

    Attributes:
        load: seconds for the file's own top level.
        call: seconds for one call of one function.
        memory: bytes above what the prepared worker itself takes.
        callbacks: evaluations of f in one call.
        points: bytes of all the points at which f is evaluated in one call.
    """

    load: float = 10.0
    call: float = 5.0
    memory: int = 2**30
    callbacks: int = 20_000
    points: int = 2**26


@dataclass(frozen=True)
class Trouble:
    """An exception in the student's code.

    Attributes:
        type: the exception's type name.
        message: what it says, cut.
        line: the line of the submission where it arose, or None.
        code: that line's text.
        suggestion: the existing name nearest to a name that does not exist, or "".
        module: the stem of the file the line is in.
    """

    type: str
    message: str
    line: int | None = None
    code: str = ""
    suggestion: str = ""
    module: str = ""


@dataclass(frozen=True)
class Loaded:
    """What a submission defines.

    Attributes:
        functions: the names of its functions and the lines where they stand.
        troubles: what its top level raised, statement by statement.
        output: what it printed, cut.
        defaults: the numbers that stand in the first lines of its functions, by parameter.
    """

    functions: Mapping[str, int]
    troubles: tuple[Trouble, ...] = ()
    output: str = ""
    defaults: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    @property
    def own(self) -> list[str]:
        """The names of the functions that stand in the file itself, in order."""
        return sorted(name for name, line in self.functions.items() if line)


@dataclass(frozen=True)
class Answer:
    """What a call gave.

    Attributes:
        value: the returned value as plain data (see values.decode).
        drawn: what was drawn in the call, where the returned value does not show it.
        trouble: the exception, if it raised one.
        arguments: the arguments after the call, to see what was changed in place.
        output: what it printed, cut.
    """

    value: Any = None
    drawn: Any = None
    trouble: Trouble | None = None
    arguments: tuple[Any, ...] = ()
    output: str = ""


@dataclass(frozen=True)
class Program:
    """What is sent to a worker.

    Attributes:
        name: the stem of the exercise; the module's name in the worker.
        source: the student's file.
        modules: the sources of other modules that it may import, by name.
        definitions_only: leave out every top-level statement that only experiments.
        stand_ins: by module and function, what this side answers in place of a module that the
            student has not, or not yet; only the names are sent.
        files: small data files that it may read, by their way from it.
    """

    name: str
    source: str
    modules: Mapping[str, str] = field(default_factory=dict)
    definitions_only: bool = False
    stand_ins: Mapping[str, Mapping[str, Callable[..., Any]]] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)


class Sandbox(Protocol):
    """Runs one submission's functions, one call at a time."""

    layers: Sequence[str]

    def load(self, program: Program) -> Loaded:
        """Start a fresh worker with these files.

        Raises:
            SandboxFault: the file's top level gave no answer.
        """

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        """Call one of the functions; a callable argument becomes a callback to this side.

        Raises:
            SandboxFault: the call gave no answer; the worker is gone and the next load starts anew.
        """

    def close(self) -> None:
        """End the worker."""
