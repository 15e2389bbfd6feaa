"""The trusted side of the wire: requests out, callbacks answered, answers taken with suspicion."""

from __future__ import annotations

import base64
import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.sandbox import Answer, IllFormed, Limits, Loaded, Program, TimedOut, Trouble
from autograder.sandbox.trusted.deadline import Deadline
from autograder.sandbox.values import Encoder, decode
from autograder.sandbox.wire import (
    ANSWER,
    CALLBACK,
    QUESTION,
    REFUSAL,
    REQUEST,
    VALUE,
    Channel,
    WireError,
    pack,
    pack_array,
    unpack,
    unpack_array,
    unpack_arrays,
)

MAX_OUTPUT = 20_000
# As many names as `from pylab import *` brings along, several times over.
MAX_FUNCTIONS = 5_000
REFUSED = b"f takes an array of the same shape as x; it could not be evaluated there"
ELSEWHERE = "%s stands in for yours here: it answers only for the f that your function is given"
UNFIT = "%s stands in for yours here: it takes what the exercise says"

Function = Callable[..., Any]
StandIns = Mapping[str, Mapping[str, Function]]
# Sends a request's payload, lets what the worker asks meanwhile be answered within so many
# seconds, and gives the answer's payload.
Exchange = Callable[[bytes, "Callbacks", float], bytes]


class Callbacks:
    """What this side answers during one request.

    Args:
        functions: those that were handed to the student.
        stand_ins: those that take the place of other exercises, by module and name.
    """

    def __init__(
        self, functions: Sequence[Function] = (), stand_ins: StandIns | None = None
    ) -> None:
        self.functions, self._stand_ins = functions, stand_ins or {}
        # The last evaluation, to see what a function of the student's own made of it.
        self._last: tuple[Function, bytes] | None = None

    def reply(self, kind: bytes, payload: bytes) -> tuple[bytes, bytes]:
        """Return the frame that answers an evaluation of f, or a question to a stand-in.

        Raises:
            IllFormed: it is neither.
        """
        if kind == CALLBACK and payload and payload[0] < len(self.functions):
            function = self.functions[payload[0]]
            kind, value = evaluated(function, payload)
            self._last = (function, value) if kind == VALUE else None
            return kind, value
        if kind == QUESTION:
            return self._answered(payload)
        raise IllFormed("neither an answer nor a callback")

    def _answered(self, payload: bytes) -> tuple[bytes, bytes]:
        """Let a stand-in answer; what it cannot answer is refused."""
        try:
            tree, arrays = unpack(payload)
            match tree:
                case {
                    "module": str() as module,
                    "function": str() as name,
                    "arguments": list() as arguments,
                    "keywords": dict() as keywords,
                } if name in self._stand_ins.get(module, {}):
                    function = self._stand_ins[module][name]
                case _:
                    raise IllFormed("a question that no stand-in answers")
            given = [self._given(item, arrays) for item in arguments]
            named = {key[:100]: self._given(item, arrays) for key, item in keywords.items()}
        except WireError as fault:
            raise IllFormed(str(fault)) from fault
        except LookupError:
            return REFUSAL, (ELSEWHERE % name).encode()
        self._last = None
        if not self.functions:
            return REFUSAL, (ELSEWHERE % name).encode()
        encoder = Encoder()
        try:
            return VALUE, pack(encoder.encode(function(*given, **named)), encoder.arrays)
        except (ValueError, IndexError, TypeError, OverflowError, WireError):
            return REFUSAL, (UNFIT % name).encode()

    def _given(self, tree: Any, arrays: list[np.ndarray]) -> Any:
        """Return an argument; None is a function of the student's own that knows nothing of ours.

        One that is ours in other clothes gives what ours gave a moment ago.

        Raises:
            LookupError: it makes something else of ours, of which nothing is known here.
        """
        match tree:
            case {"$function": int() as index} if 0 <= index < len(self.functions):
                return self.functions[index]
            case {"$own": content} if len(tree) == 1:
                if self._last is None:
                    return None
                function, value = self._last
                if not np.array_equal(unpack_array(value)[0], np.asarray(decode(content, arrays))):
                    raise LookupError("neither ours nor the student's own")
                return function
        return decode(tree, arrays)


class Conversation:
    """One worker's requests and answers, in step.

    Args:
        exchange: how a request travels and its answer comes back.
        limits: what one call may use.
    """

    def __init__(self, exchange: Exchange, limits: Limits) -> None:
        self._exchange, self._limits = exchange, limits
        self._numbers = itertools.count(1)
        self._stand_ins: StandIns = {}

    def load(self, program: Program) -> Loaded:
        """Send a submission's files; give what it defines."""
        request = {
            "do": "load",
            "name": program.name,
            "source": program.source,
            "modules": dict(program.modules),
            "files": {
                way: base64.b64encode(data).decode("ascii") for way, data in program.files.items()
            },
            "definitions_only": program.definitions_only,
            "stand_ins": {name: list(functions) for name, functions in program.stand_ins.items()},
        }
        self._stand_ins = program.stand_ins
        tree, _ = self._ask(request, [], [], self._limits.load)
        functions = tree.get("functions")
        if not isinstance(functions, dict) or len(functions) > MAX_FUNCTIONS:
            raise IllFormed("no list of functions")
        return Loaded(
            functions={
                name[:100]: line if type(line) is int else 0 for name, line in functions.items()
            },
            troubles=tuple(_trouble(entry) for entry in _list(tree, "troubles")[:20]),
            output=_output(tree),
            defaults=_defaults(tree),
        )

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        """Call a function of the submission; callable arguments are answered here."""
        encoder, callbacks = Encoder(), list[Function]()
        request = {
            "do": "call",
            "function": function,
            "arguments": [_argument(item, encoder, callbacks) for item in arguments],
            "keywords": {
                name: _argument(item, encoder, callbacks) for name, item in keywords.items()
            },
        }
        tree, arrays = self._ask(request, encoder.arrays, callbacks, self._limits.call)
        after = _list(tree, "arguments")
        return Answer(
            value=_decoded(tree.get("value"), arrays),
            drawn=_decoded(tree.get("drawn"), arrays),
            trouble=_trouble(tree["trouble"]) if tree.get("trouble") else None,
            arguments=tuple(_decoded(item, arrays) for item in after),
            output=_output(tree),
        )

    def _ask(
        self,
        request: dict[str, Any],
        arrays: list[np.ndarray],
        functions: Sequence[Function],
        seconds: float,
    ) -> tuple[dict[str, Any], list[np.ndarray]]:
        """Send a request and give the answer that belongs to it."""
        number = next(self._numbers)
        payload = pack({**request, "number": number}, arrays)
        callbacks = Callbacks(functions, self._stand_ins)
        return _matching(self._exchange(payload, callbacks, seconds), number)


class Budget:
    """How often, and on how many points, f may be evaluated in one call.

    Each point is remembered for the diagnosis, so that they would fill the memory.
    """

    def __init__(self, limits: Limits) -> None:
        self._most = self._callbacks = limits.callbacks
        self._points = limits.points
        self.fault: TimedOut | None = None

    def spend(self, size: int) -> None:
        """Take one evaluation, whose points are so many bytes, out of the budget.

        Raises:
            TimedOut: it is used up, now or before.
        """
        self._callbacks -= 1
        self._points -= size
        if self._callbacks < 0:
            self.fault = TimedOut(
                f"f was evaluated too many times in one call: more than {self._most}"
            )
        elif self._points < 0:
            self.fault = TimedOut("f was evaluated on too many points in one call")
        if self.fault is not None:
            raise self.fault


def over(channel: Channel, limits: Limits) -> Exchange:
    """Return the exchange over a stream; seconds and callbacks are counted on this side as well."""

    def exchange(request: bytes, callbacks: Callbacks, seconds: float) -> bytes:
        deadline, budget = Deadline(seconds), Budget(limits)
        channel.send(REQUEST, request)
        with np.errstate(all="ignore"):
            while True:
                kind, payload = channel.receive()
                if deadline.passed:
                    raise TimedOut("the time for this call is used up")
                if kind == ANSWER:
                    return payload
                budget.spend(len(payload))
                channel.send(*callbacks.reply(kind, payload))

    return exchange


def _matching(payload: bytes, number: int) -> tuple[dict[str, Any], list[np.ndarray]]:
    """Read an answer and make sure that it is the one to this request."""
    try:
        tree, arrays = unpack(payload)
    except WireError as fault:
        raise IllFormed(str(fault)) from fault
    if not isinstance(tree, dict) or tree.get("number") != number:
        raise IllFormed("an answer to another request")
    return tree, arrays


def evaluated(function: Function, payload: bytes) -> tuple[bytes, bytes]:
    """Evaluate a callback; a point where f is not defined is refused with a fixed text.

    The caller keeps numpy quiet: an overflow in f is no news.
    """
    try:
        arguments = unpack_arrays(payload, 1)
    except WireError as fault:
        raise IllFormed(str(fault)) from fault
    try:
        return VALUE, pack_array(np.asarray(function(*arguments)))
    except (ValueError, IndexError, TypeError, WireError):
        return REFUSAL, REFUSED


def _argument(value: Any, encoder: Encoder, callbacks: list[Function]) -> Any:
    """Return an argument's tree."""
    if callable(value):
        callbacks.append(value)
        name, arity = getattr(value, "__name__", "f"), getattr(value, "arity", 1)
        return {"$function": [len(callbacks) - 1, name, arity]}
    if isinstance(value, np.ndarray) and value.dtype not in (np.float64, np.int64, np.bool_):
        encoder.arrays.append(value)
        return {"$typed": [len(encoder.arrays) - 1, value.dtype.str]}
    return encoder.encode(value)


def _decoded(tree: Any, arrays: list[np.ndarray]) -> Any:
    try:
        return decode(tree, arrays)
    except WireError as fault:
        raise IllFormed(str(fault)) from fault


def _list(tree: Mapping[str, Any], name: str) -> list[Any]:
    content = tree.get(name)
    if not isinstance(content, list):
        raise IllFormed(f"no list of {name}")
    return content


def _defaults(tree: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """Read the defaults of functions; what is no number is left out."""
    content = tree.get("defaults")
    if not isinstance(content, dict) or len(content) > MAX_FUNCTIONS:
        raise IllFormed("no defaults of functions")
    return {
        function[:100]: {
            name[:100]: value
            for name, value in values.items()
            if type(value) in (int, float) and abs(value) < 2**63
        }
        for function, values in content.items()
        if isinstance(values, dict)
    }


def _output(tree: Mapping[str, Any]) -> str:
    output = tree.get("output")
    return output[:MAX_OUTPUT] if isinstance(output, str) else ""


def _trouble(entry: Any) -> Trouble:
    """Read an exception's description, every part checked and cut."""
    if not isinstance(entry, dict):
        raise IllFormed("an exception without a description")

    def text(name: str, length: int) -> str:
        part = entry.get(name)
        return part[:length] if isinstance(part, str) else ""

    line = entry.get("line")
    return Trouble(
        type=text("type", 100),
        message=text("message", 500),
        line=line if type(line) is int and 0 < line < 10**6 else None,
        code=text("code", 200),
        suggestion=text("suggestion", 100),
        module=text("module", 100),
    )
