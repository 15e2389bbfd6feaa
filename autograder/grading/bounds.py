"""How much of our own side judging one submission may use: processor time, then memory."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from autograder.sandbox import Answer, Loaded, Program, Sandbox

try:
    import resource
except ImportError:  # Windows, a page
    resource = None  # type: ignore[assignment]

Result = TypeVar("Result")

# A figure of three functions, the dearest that honest students hand in, takes 0.4 s and 12 MB.
SECONDS = 10.0
MEMORY = 256 << 20
AGAIN = 0.5  # seconds until an end that something swallowed is told again
STATUS = Path("/proc/self/statm")


class Exceeded(BaseException):
    """Judging takes more than it may; no `except Exception` on the way is to hold it up."""


@dataclass(frozen=True)
class Bounds:
    """What judging one submission may use.

    Attributes:
        seconds: of this process's processor time; waiting for a worker is free.
        memory: bytes beyond what the process has when it begins.
    """

    seconds: float = SECONDS
    memory: int = MEMORY

    @contextmanager
    def kept(self) -> Iterator[Room]:
        """Let what is done meanwhile end when it takes more.

        They hold in the main thread of a system that can keep them; elsewhere nothing does.

        Raises:
            Exceeded: the time is over.
            MemoryError: the memory is used up.
        """
        if threading.current_thread() is not threading.main_thread():
            yield Room()
            return
        with _timed(self.seconds), _within(self.memory) as room:
            yield room


class Room:
    """The address space in which a submission is judged.

    Args:
        most: bytes, or None for no bound.
    """

    def __init__(self, most: int | None = None) -> None:
        self._most = most

    def lifted(self, do: Callable[[], Result]) -> Result:
        """Do something without the bound: a process that is started would keep it for good."""
        if self._most is None:
            return do()
        before, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
        try:
            return do()
        finally:
            resource.setrlimit(resource.RLIMIT_AS, (before, hard))


class Outside:
    """A sandbox that starts its workers outside the bounds.

    Args:
        sandbox: does the work.
        room: the bound that is lifted.
    """

    def __init__(self, sandbox: Sandbox, room: Room) -> None:
        self._sandbox, self._room = sandbox, room
        self.layers: Sequence[str] = sandbox.layers

    def load(self, program: Program) -> Loaded:
        """Start a fresh worker with these files."""
        return self._room.lifted(lambda: self._sandbox.load(program))

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        """Call one of the functions."""
        return self._sandbox.call(function, arguments, keywords)

    def close(self) -> None:
        """End the worker."""
        self._sandbox.close()


@contextmanager
def _timed(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer") or not hasattr(signal, "SIGPROF"):
        yield
        return

    def end(_number: int, _frame: object) -> None:
        raise Exceeded(f"{seconds:g} seconds")

    before = signal.signal(signal.SIGPROF, end)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _within(memory: int) -> Iterator[Room]:
    if resource is None or not STATUS.exists():
        yield Room()
        return
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = int(STATUS.read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE") + memory
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield Room(most)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))
