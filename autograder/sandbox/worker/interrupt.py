"""A limit of time inside one interpreter: a loop of the student's that turns too long is broken."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType

from autograder.sandbox.wire import WireError

# To read the clock costs more than a turn of most loops.
TURNS = 16


class LateError(WireError):
    """The student's code used up its time."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Break the student's loops after so many seconds, with Python 3.12 or later.

    Every turn of a loop in a submission, whose file has a bare name, is counted. What hangs
    outside a loop of Python cannot be broken from here.

    Raises:
        LateError: in the student's code, again at every turn once the time is up.
    """
    monitoring = getattr(sys, "monitoring", None)
    if monitoring is None:
        yield
        return
    end, turns = time.monotonic() + seconds, 0

    def turned(code: CodeType, _instruction: int, _destination: int) -> object:
        nonlocal turns
        if "/" in code.co_filename or not code.co_filename.endswith(".py"):
            return monitoring.DISABLE
        turns += 1
        if turns % TURNS == 0 and time.monotonic() > end:
            turns -= 1
            raise LateError("the time for this call is used up")
        return None

    tool, event = monitoring.PROFILER_ID, monitoring.events.JUMP
    monitoring.use_tool_id(tool, "kobai")
    monitoring.register_callback(tool, event, turned)
    monitoring.set_events(tool, event)
    try:
        yield
    finally:
        monitoring.set_events(tool, 0)
        monitoring.register_callback(tool, event, None)
        monitoring.free_tool_id(tool)
