"""Practice in the page: worker and trusted side in one interpreter, which the page can end.

There is no wall here, so such a verdict is never a mark. Everything still goes through the wire's
own packing, so that a value looks the same as it does in every other sandbox.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from autograder.sandbox import Answer, IllFormed, Limits, Loaded, Program, TimedOut
from autograder.sandbox.conversation import Conversation, Functions, evaluated
from autograder.sandbox.wire import VALUE, WireError, pack_array, unpack, unpack_array
from autograder.sandbox.worker import Worker


class InProcess:
    """Runs a submission in this very interpreter.

    Args:
        limits: only the number of callbacks can be limited here; time is the page's to watch.
    """

    layers: Sequence[str] = ()

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._functions: Functions = ()
        self._left = 0
        self._start()

    def load(self, program: Program) -> Loaded:
        """Load the submission into a fresh worker."""
        self._start()
        return self._conversation.load(program)

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        """Call a function of the submission."""
        return self._conversation.call(function, arguments, keywords)

    def close(self) -> None:
        """Leave the interpreter as it is: the page decides how long it lives."""

    def _start(self) -> None:
        self._worker = Worker(self._ask)
        self._conversation = Conversation(self._exchange, self._limits)

    def _exchange(self, request: bytes, functions: Functions, seconds: float) -> bytes:
        """Let the worker handle a request at once."""
        del seconds
        self._functions, self._left = functions, self._limits.callbacks
        try:
            answer = self._worker.handle(*unpack(request))
        except WireError as fault:
            if self._left < 0:
                raise TimedOut("f was evaluated too many times in one call") from fault
            raise IllFormed(str(fault)) from fault
        return answer

    def _ask(self, index: int, array: np.ndarray) -> np.ndarray:
        self._left -= 1
        if self._left < 0:
            raise WireError("too many callbacks")
        with np.errstate(all="ignore"):
            kind, payload = evaluated(self._functions[index], bytes([index]) + pack_array(array))
        if kind != VALUE:
            raise ValueError(payload.decode())
        return unpack_array(payload)[0]
