"""Local mode: the student's own code in a plain process of its own, with limits, on any system."""

from __future__ import annotations

import contextlib
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, TypeVar

from autograder.sandbox import Answer, Died, IllFormed, Limits, Loaded, Program, TimedOut
from autograder.sandbox.trusted.conversation import Conversation, over
from autograder.sandbox.trusted.deadline import Deadline
from autograder.sandbox.trusted.starting import Spare, end, start
from autograder.sandbox.wire import Channel, WireError

POLL = 0.05

Result = TypeVar("Result")


class Subprocess:
    """A worker in a subprocess: time and memory are limited, nothing else is locked.

    Args:
        limits: what a submission may use.
        folder: where the worker runs, as the student's own terminal would.
        start: seconds that a worker may take until it is ready, on top of the time for a load.
        spare: gives a worker that was started beforehand; it decides where that runs.
    """

    layers: Sequence[str] = ("trust",)  # it is written into every verdict

    def __init__(
        self,
        limits: Limits | None = None,
        folder: Path | None = None,
        start: float = 20.0,
        spare: Spare | None = None,
    ) -> None:
        self._limits, self._start = limits or Limits(), start
        self._folder, self._spare = folder, spare
        self._process: subprocess.Popen[bytes] | None = None
        self._conversation: Conversation | None = None
        self._watch: Watch | None = None

    def load(self, program: Program) -> Loaded:
        """Start a worker and send it the submission."""
        self.close()
        process = self._process = (
            self._spare.take() if self._spare else start(self._limits.memory, self._folder)
        )
        assert process.stdin is not None
        assert process.stdout is not None
        self._watch = Watch(process, self._limits.memory)
        channel = Channel(_reader(process.stdout), _writer(process.stdin))
        self._conversation = Conversation(over(channel, self._limits), self._limits)
        conversation = self._conversation
        # A cold start imports numpy: its time is the machine's, not the student's.
        return self._within(self._limits.load + self._start, lambda: conversation.load(program))

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
        process, self._process, self._conversation = self._process, None, None
        if process is None:
            return
        end(process)

    def _within(self, seconds: float, talk: Callable[[], Result]) -> Result:
        """Talk to the worker while it is watched; say in our words how it failed."""
        assert self._watch is not None
        with self._watch.limit(seconds) as watch:
            try:
                return talk()
            except (TimedOut, IllFormed):
                self.close()
                raise
            except (WireError, OSError) as fault:
                self.close()
                if watch.reason == "memory":
                    raise Died("it used too much memory") from fault
                if watch.reason == "time":
                    raise TimedOut("the time for this call is used up") from fault
                raise Died("the process ended by itself") from fault


class Watch:
    """Kills a process that runs too long or grows too large."""

    def __init__(self, process: subprocess.Popen[bytes], memory: int) -> None:
        self._process, self._memory = process, memory
        self._done = threading.Event()
        self.reason = ""

    @contextlib.contextmanager
    def limit(self, seconds: float) -> Any:
        """Watch for so many seconds, or until the block ends."""
        self._done = threading.Event()
        thread = threading.Thread(target=self._run, args=(seconds, self._done), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._done.set()
            thread.join()

    def _run(self, seconds: float, done: threading.Event) -> None:
        resident = _resident(self._process.pid)
        deadline = Deadline(seconds)
        while not done.wait(POLL):
            if deadline.passed:
                self.reason = "time"
            elif resident() > self._memory + 2**28:
                self.reason = "memory"
            if self.reason:
                self._process.kill()
                return


def _resident(pid: int) -> Callable[[], int]:
    """Return a function for the resident memory of a process, 0 where psutil is not installed."""
    try:
        import psutil
    except ImportError:
        return lambda: 0

    def measure() -> int:
        try:
            return int(psutil.Process(pid).memory_info().rss)
        except psutil.Error:
            return 0

    return measure


def _reader(stream: IO[bytes]) -> Callable[[int], bytes]:
    """Read exactly so many bytes from an unbuffered pipe."""

    def read(count: int) -> bytes:
        parts: list[bytes] = []
        while count and (part := stream.read(min(count, 2**16))):
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    return read


def _writer(stream: IO[bytes]) -> Callable[[bytes], None]:
    """Write all bytes to an unbuffered pipe."""

    def write(data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[stream.write(rest) :]

    return write
