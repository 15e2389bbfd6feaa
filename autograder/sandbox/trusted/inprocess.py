"""Practice in the page: worker and trusted side in one interpreter, which the page can end.

There is no wall here, so such a verdict is never a mark. Everything still goes through the wire's
own packing, so that a value looks the same as it does in every other sandbox.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

import numpy as np

from autograder.sandbox import (
    Answer,
    Died,
    IllFormed,
    Limits,
    Loaded,
    Program,
    SandboxFault,
    TimedOut,
)
from autograder.sandbox.trusted.conversation import Budget, Callbacks, Conversation
from autograder.sandbox.wire import (
    CALLBACK,
    QUESTION,
    VALUE,
    WireError,
    pack_arguments,
    unpack,
    unpack_array,
)
from autograder.sandbox.worker.execution import Files
from autograder.sandbox.worker.interrupt import LateError, deadline
from autograder.sandbox.worker.process import Worker, figure_in
from autograder.sandbox.worker.stand_in import StandIns

Keep = Callable[[str, Any], object]
# NumPy's handling of errors and its printing, the depth of recursion, and matplotlib's look.
Settings = tuple[Any, Any, int, dict[str, Any] | None]


class EndedError(WireError):
    """The student's code ended Python, which must go on here."""


class InProcess:
    """Runs a submission in this very interpreter.

    Args:
        limits: time, callbacks and their points are limited; memory is the page's to watch.
        keep: is given each function's name and the matplotlib figure that a call of it made.
    """

    layers: Sequence[str] = ()

    def __init__(self, limits: Limits | None = None, keep: Keep | None = None) -> None:
        self._limits = limits or Limits()
        self._keep = keep
        self._called = ""
        self._callbacks = Callbacks()
        self._budget = Budget(self._limits)
        self._before = settings()
        self._start()

    def load(self, program: Program) -> Loaded:
        """Load the submission into a fresh worker."""
        self._start()
        return self._conversation.load(program)

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        """Call a function of the submission."""
        self._called = function
        return self._conversation.call(function, arguments, keywords)

    def close(self) -> None:
        """Put the settings back, and let nobody else import what the submission could.

        The page decides how long the interpreter lives.
        """
        restore(self._before)
        sys.meta_path[:] = [one for one in sys.meta_path if not isinstance(one, (Files, StandIns))]

    def _start(self) -> None:
        restore(self._before)
        self._worker = Worker(self._evaluated, self._answered, self._describe)
        self._conversation = Conversation(self._exchange, self._limits)

    def _exchange(self, request: bytes, callbacks: Callbacks, seconds: float) -> bytes:
        """Let the worker handle a request at once."""
        self._callbacks, self._budget = callbacks, Budget(self._limits)
        try:
            with deadline(seconds), immortal():
                answer = self._worker.handle(*unpack(request))
        except WireError as fault:
            raise self._told(fault) from fault
        if self._budget.fault is not None:  # the student's code took it for an error of its own
            raise self._budget.fault
        return answer

    def _told(self, fault: WireError) -> SandboxFault:
        """Say what a sandbox with a wall would say."""
        if self._budget.fault is not None:
            return self._budget.fault
        if isinstance(fault, LateError):
            return TimedOut("the time for this call is used up")
        if isinstance(fault, EndedError):
            return Died("the process ended by itself")
        return IllFormed(str(fault))

    def _evaluated(self, index: int, arguments: Sequence[np.ndarray]) -> np.ndarray:
        return unpack_array(self._asked(CALLBACK, pack_arguments(index, arguments)))[0]

    def _answered(self, question: bytes) -> bytes:
        return self._asked(QUESTION, question)

    def _asked(self, kind: bytes, request: bytes) -> bytes:
        """Let the trusted side answer."""
        try:
            self._budget.spend(len(request))
        except TimedOut as fault:
            raise WireError(str(fault)) from fault
        with np.errstate(all="ignore"):
            kind, payload = self._callbacks.reply(kind, request)
        if kind != VALUE:
            raise ValueError(payload.decode())
        return payload

    def _describe(self, value: object) -> Mapping[str, Any] | None:
        content = figure_in(value)
        if content is not None and self._keep is not None:
            self._keep(self._called, _figure_of(value))
        return content


def _figure_of(value: Any) -> Any:
    """Return the figure that was described: the value itself, its parent, or the one last drawn."""
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    from autograder.figures.drawing import Drawings

    if isinstance(value, Figure):
        return value
    return value.get_figure() if isinstance(value, Artist) else Drawings.last()


def settings() -> Settings:
    """Return the settings of the interpreter that a program may change for itself."""
    matplotlib = sys.modules.get("matplotlib")
    looks = dict(matplotlib.rcParams.copy()) if matplotlib is not None else None
    return np.geterr(), np.get_printoptions(), sys.getrecursionlimit(), looks


def restore(before: Settings) -> None:
    """Put settings back; those of a library that was not there yet become its own."""
    errors, printing, depth, looks = before
    np.seterr(**errors)
    np.set_printoptions(**printing)
    sys.setrecursionlimit(depth)
    matplotlib = sys.modules.get("matplotlib")
    if matplotlib is None:
        return
    if looks is None:
        matplotlib.rcdefaults()
    else:
        dict.update(matplotlib.rcParams, looks)


@contextmanager
def immortal() -> Iterator[None]:
    """Let os._exit and os.abort end the student's code only, for the while."""

    def end(status: int = 0) -> NoReturn:
        del status
        raise EndedError("the student's code ended Python")

    before = os._exit, os.abort
    os._exit = os.abort = end
    try:
        yield
    finally:
        os._exit, os.abort = before
