"""The trusted end of a wire: bytes in and out, never past a deadline."""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable
from typing import TypeVar

from autograder.sandbox import Died, TimedOut
from autograder.sandbox.trusted.deadline import Deadline

TICK = 0.05  # seconds by which a deadline may be overrun

Result = TypeVar("Result")
Argument = TypeVar("Argument")


class Stream:
    """The trusted end of a wire: every read and write ends by the deadline."""

    def __init__(self, wire: socket.socket) -> None:
        # The kernel's own timeouts cost nothing per read, unlike a poll before each.
        tick = _timeval(TICK)
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, tick)
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, tick)
        self._wire = wire
        self._buffered, self._taken = b"", 0
        self.deadline = Deadline(0)

    def read(self, count: int) -> bytes:
        """Give exactly so many bytes.

        Raises:
            TimedOut: the deadline passed.
            Died: the other side is gone.
        """
        end = self._taken + count
        if end > len(self._buffered):
            self._fill(count)
            end = count
        taken = self._buffered[self._taken : end]
        self._taken = end
        return taken

    def _fill(self, count: int) -> None:
        """Hold at least so many bytes that were not taken yet, and whatever else has arrived."""
        held = self._buffered[self._taken :]
        parts, missing = [held] if held else [], count - len(held)
        while missing > 0:
            # A large buffer is costly to make ready for the few bytes that mostly come.
            part = self._patiently(self._wire.recv, 4096 if missing < 4096 else min(missing, 2**18))
            if not part:
                raise Died("the process ended by itself")
            parts.append(part)
            missing -= len(part)
        self._buffered, self._taken = b"".join(parts), 0

    def write(self, data: bytes) -> None:
        """Write all bytes.

        Raises:
            TimedOut: the deadline passed.
            Died: the other side is gone.
        """
        sent = self._patiently(self._wire.send, data)
        while sent < len(data):
            sent += self._patiently(self._wire.send, memoryview(data)[sent:])

    def _patiently(self, act: Callable[[Argument], Result], argument: Argument) -> Result:
        """Try again while only the kernel's short timeout has passed, until the deadline."""
        while True:
            result: Result | None
            try:
                result = act(argument)
            except BlockingIOError:
                result = None
            except OSError as fault:
                raise Died("the process ended by itself") from fault
            if self.deadline.passed:
                raise TimedOut("the time for this call is used up")
            if result is not None:
                return result

    def close(self) -> None:
        """Let go of the wire."""
        self._wire.close()


def _timeval(seconds: float) -> bytes:
    """Return a struct timeval, two C longs."""
    return struct.pack("ll", int(seconds), int(seconds % 1 * 1e6))
