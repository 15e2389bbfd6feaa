"""Grading a class: a submission's functions run in workers forked from a process that is ready."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

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
from autograder.sandbox.trusted.conversation import Conversation, over
from autograder.sandbox.trusted.deadline import Deadline, overload
from autograder.sandbox.trusted.zygote_client import Worker, Zygote
from autograder.sandbox.wire import Channel, WireError

Result = TypeVar("Result")
# Whatever may import matplotlib, which the plain zygote's workers cannot start by themselves.
DRAWS = re.compile(r"matplotlib|mpl_toolkits|pylab|seaborn|pandas")


class Locked:
    """Runs one submission in a zygote's workers: a fresh one for every load.

    Args:
        zygote: where workers come from; it is not closed with this.
        limits: what a call and a load may use.
        total: seconds, of the clock and of the processor, for the whole submission.
        drawing: gives the zygote for a submission that draws, if it is another one.
    """

    def __init__(
        self,
        zygote: Zygote,
        limits: Limits | None = None,
        total: float = 60.0,
        drawing: Callable[[], Zygote] | None = None,
    ) -> None:
        self._zygote, self._limits, self._left = zygote, limits or Limits(), total
        self._drawing = drawing
        self._worker: Worker | None = None
        self._conversation: Conversation | None = None
        self.layers: Sequence[str] = zygote.layers

    def load(self, program: Program) -> Loaded:
        """Start a worker and send it the submission."""
        self.close()
        if self._left <= 0:
            raise TimedOut("the time for this submission is used up")
        if self._drawing is not None and draws(program):
            self._zygote = self._drawing()
        worker = self._worker = self._zygote.fork(self._limits, self._left)
        channel = Channel(worker.stream.read, worker.stream.write)
        conversation = self._conversation = Conversation(over(channel, self._limits), self._limits)
        return self._within(self._limits.load, lambda: conversation.load(program))

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        """Call a function of the loaded submission."""
        conversation = self._conversation
        if conversation is None:
            raise Died("the worker is gone")
        return self._within(
            self._limits.call, lambda: conversation.call(function, arguments, keywords)
        )

    def close(self) -> None:
        """End the worker, whatever it is doing."""
        self._end()

    def _within(self, seconds: float, talk: Callable[[], Result]) -> Result:
        """Talk to the worker until a deadline; say in our words how it failed."""
        assert self._worker is not None
        deadline = self._worker.stream.deadline = Deadline(min(seconds, self._left))
        try:
            return talk()
        except WireError as fault:
            self._end()
            raise IllFormed(str(fault)) from fault
        except Died as fault:
            ended = _ended(self._end())
            if isinstance(ended, TimedOut):
                self._left = 0
            raise ended from fault
        except SandboxFault:
            self._end()
            raise
        finally:
            self._left -= deadline.spent / overload()

    def _end(self) -> int | None:
        worker, self._worker, self._conversation = self._worker, None, None
        if worker is None:
            return None
        status = self._zygote.end(worker.number)
        worker.stream.close()
        return status


def draws(program: Program) -> bool:
    """Say whether a submission, or what it may import, names matplotlib in any way."""
    return any(DRAWS.search(source) for source in (program.source, *program.modules.values()))


def _ended(status: int | None) -> SandboxFault:
    """Say how a worker ended."""
    if status is not None and -status == signal.SIGXCPU:
        return TimedOut("the processor time for this submission is used up")
    if status is not None and -status in (signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT):
        return Died("the process crashed")
    return Died("the process ended by itself")
