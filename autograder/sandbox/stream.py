"""The trusted end of a wire: bytes in and out, never past a deadline."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Callable
from typing import TypeVar

from autograder.sandbox import Died, TimedOut

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
        self._buffered = bytearray()
        self.deadline = 0.0

    def read(self, count: int) -> bytes:
        """Give exactly so many bytes.

        Raises:
            TimedOut: the deadline passed.
            Died: the other side is gone.
        """
        buffered = self._buffered
        while len(buffered) < count:
            wanted = max(4096, min(count - len(buffered), 2**18))
            part = self._patiently(self._wire.recv, wanted)
            if not part:
                raise Died("the process ended by itself")
            buffered.extend(part)
        taken = bytes(buffered[:count])
        del buffered[:count]
        return taken

    def write(self, data: bytes) -> None:
        """Write all bytes.

        Raises:
            TimedOut: the deadline passed.
            Died: the other side is gone.
        """
        rest = memoryview(data)
        while rest:
            rest = rest[self._patiently(self._wire.send, rest) :]

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
            if time.monotonic() > self.deadline:
                raise TimedOut("the time for this call is used up")
            if result is not None:
                return result

    def close(self) -> None:
        """Let go of the wire."""
        self._wire.close()


def _timeval(seconds: float) -> bytes:
    """Give a struct timeval, two C longs."""
    return struct.pack("ll", int(seconds), int(seconds % 1 * 1e6))
