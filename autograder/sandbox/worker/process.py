"""The untrusted side: loads a student's file, calls its functions, and says what happened.

Nothing of a check, a solution or an expected value is ever here. Run as a program it serves one
trusted process over its standard input and output.
"""

from __future__ import annotations

import base64
import builtins
import io
import sys
import threading
import types
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

import numpy as np

from autograder.sandbox.values import Describe, Encoder, decode
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
    pack_arguments,
    unpack,
    unpack_array,
)
from autograder.sandbox.worker import overlay, random_state
from autograder.sandbox.worker.exceptions import trouble
from autograder.sandbox.worker.execution import Files, run
from autograder.sandbox.worker.stand_in import StandIns

MAX_OUTPUT = 20_000

DRAWN = object()  # asks a describer for what was drawn last, whatever was given back

Evaluate = Callable[[int, Sequence[np.ndarray]], np.ndarray]
Ask = Callable[[bytes], bytes]


class Console(io.TextIOBase):
    """Standard output and error of the student's code; keeps the first part only."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.room = MAX_OUTPUT

    def writable(self) -> bool:
        """Say yes: prints go here."""
        return True

    def write(self, text: str) -> int:
        """Keep what there is room for."""
        if self.room > 0:
            self.kept.append(str(text)[: self.room])
            self.room -= len(text)
        return len(text)

    def take(self) -> str:
        """Return what was printed since the last time."""
        text, self.kept = "".join(self.kept), []
        return text


class RemoteFunction:
    """The f that a student gets: every evaluation is made, and seen, on the trusted side."""

    def __init__(
        self,
        evaluate: Evaluate,
        index: int,
        name: str,
        arity: int,
        lock: AbstractContextManager[Any],
    ) -> None:
        self._evaluate, self._index, self._arity = evaluate, index, arity
        self._lock, self._over = lock, False
        self.__name__ = self.__qualname__ = name

    def __repr__(self) -> str:
        return f"<function {self.__name__}>"

    @property
    def index(self) -> int:
        """Which of the functions of this call it is."""
        if self._over:
            raise RuntimeError("f was asked when the call had ended")
        return self._index

    def end(self) -> None:
        """Answer no more: the call that handed this f out is over."""
        with self._lock:
            self._over = True

    def __call__(self, *arguments: object) -> Any:
        """Evaluate, as at x, shape (n,) or (n, …); gives a float64 or an array of them."""
        if len(arguments) != self._arity:
            wanted = "one array of coordinates" if self._arity == 1 else f"{self._arity} arguments"
            raise TypeError(f"f takes {wanted}, not {len(arguments)} arguments")
        points = [_numbers(argument) for argument in arguments]
        with self._lock:  # threads ask one after the other, so that each gets its own answer
            try:
                return self._evaluate(self.index, points)[()]
            except ValueError as fault:
                what = " and ".join(map(_shape, points))
                raise ValueError(f"f was called with {what}: {fault}") from None


# Whoever takes f for an array is told what Python says of every function.
RemoteFunction.__name__ = RemoteFunction.__qualname__ = "function"


def _shape(array: np.ndarray) -> str:
    """Name an argument of f by its shape."""
    return f"an array of shape {array.shape}" if array.ndim else "a single number"


def _numbers(argument: object) -> np.ndarray:
    """Return an argument of f as an array of numbers."""
    array = np.asarray(argument)
    if array.dtype.kind == "O":
        array = array.astype(np.float64)
    if array.dtype.kind not in "biufc":
        raise TypeError(f"f takes an array of numbers, not of {array.dtype}")
    return array


class Worker:
    """Holds one submission; handles one request at a time.

    Args:
        evaluate: evaluates one of the functions that were handed to the student.
        ask: asks a stand-in; takes and gives a frame's payload.
        describe: turns a returned figure into data; None for what is no figure.
    """

    def __init__(self, evaluate: Evaluate, ask: Ask, describe: Describe | None = None) -> None:
        self._evaluate, self._ask = evaluate, ask
        self._describe = describe or figure_in
        self._console = Console()
        self._lock = threading.RLock()
        self._module = types.ModuleType("submission")

    def handle(self, request: Mapping[str, Any], arrays: list[np.ndarray]) -> bytes:
        """Do what a request asks for and give the answer's payload."""
        encoder = Encoder(self._describe)
        before = sys.stdout, sys.stderr, sys.stdin, sys.argv
        sys.stdout = sys.stderr = self._console
        sys.stdin = io.StringIO()
        sys.argv = [f"{request['name'] if request['do'] == 'load' else self._module.__name__}.py"]
        try:
            if request["do"] == "load":
                tree = self._load(request)
            else:
                tree = self._call(request, arrays, encoder)
        finally:
            sys.stdout, sys.stderr, sys.stdin, sys.argv = before
        tree["output"] = self._console.take()
        tree["number"] = request["number"]
        return pack(tree, encoder.arrays)

    def _load(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Run the file's top level; give its functions and what it raised."""
        random_state.repeat()
        for name in (*request["modules"], *request["stand_ins"]):
            sys.modules.pop(name, None)
        ours = (Files, StandIns)
        sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder) not in ours]
        sys.meta_path.insert(0, Files(request["modules"]))
        sys.meta_path.insert(0, StandIns(request["stand_ins"], self._question))
        overlay.lay({way: base64.b64decode(text) for way, text in request.get("files", {}).items()})
        builtins.display = display  # type: ignore[attr-defined] # as in every notebook
        warnings.filterwarnings("ignore", message=".*non-interactive")  # plt.show() is normal
        self._module = types.ModuleType(request["name"])
        sys.modules[request["name"]] = self._module
        troubles = run(request["source"], self._module, request["definitions_only"])
        functions = {
            name: line_of(value, f"{request['name']}.py")
            for name, value in vars(self._module).items()
            if callable(value) and not isinstance(value, type) and not name.startswith("_")
        }
        defaults = {name: numbers_in_first_line(vars(self._module)[name]) for name in functions}
        return {"functions": functions, "troubles": troubles, "defaults": defaults}

    def _call(
        self, request: Mapping[str, Any], arrays: list[np.ndarray], encoder: Encoder
    ) -> dict[str, Any]:
        """Call one function; give its value, or what it raised, and its arguments afterwards."""
        arguments = [self._argument(tree, arrays) for tree in request["arguments"]]
        keywords = {
            name: self._argument(tree, arrays) for name, tree in request["keywords"].items()
        }
        answer: dict[str, Any] = {"value": None, "drawn": None, "trouble": None}
        try:
            prepare_pyplot()
            value = getattr(self._module, request["function"])(*arguments, **keywords)
            answer["value"] = encoder.encode(value)
            # What was drawn, for a function that gave back something else.
            if not encoder.has_described and (drawn := self._describe(DRAWN)) is not None:
                answer["drawn"] = {"$described": encoder.encode(dict(drawn))}
        except WireError:
            raise
        except BaseException as fault:  # noqa: BLE001 -- SystemExit too is the student's
            answer["trouble"] = trouble(fault, self._module.__name__)
        for argument in (*arguments, *keywords.values()):
            if isinstance(argument, RemoteFunction):
                argument.end()
        answer["arguments"] = [
            encoder.encode(argument) if isinstance(argument, np.ndarray) else None
            for argument in [*arguments, *keywords.values()]
        ]
        return answer

    def _question(
        self, module: str, name: str, arguments: Sequence[Any], keywords: Mapping[str, Any]
    ) -> Any:
        """Ask a stand-in; a function travels as which of ours it is, or by its value at x."""
        encoder = Encoder()
        points = [value for value in (*arguments, *keywords.values()) if not callable(value)]

        def tree(value: object) -> Any:
            if isinstance(value, RemoteFunction):
                return {"$function": value.index}
            if callable(value):
                return {"$own": encoder.encode(value(*points[:1]))}
            return encoder.encode(value)

        question = {
            "module": module,
            "function": name,
            "arguments": [tree(value) for value in arguments],
            "keywords": {key: tree(value) for key, value in keywords.items()},
        }
        with self._lock:
            return decode(*unpack(self._ask(pack(question, encoder.arrays))))

    def _argument(self, tree: Any, arrays: list[np.ndarray]) -> Any:
        """Rebuild an argument; a function becomes a callback."""
        match tree:
            case {"$function": [int() as index, str() as name, int() as arity]}:
                return RemoteFunction(self._evaluate, index, name, arity, self._lock)
            case {"$typed": [int() as index, str() as dtype]}:
                return arrays[index].astype(dtype)
        return decode(tree, arrays)


def display(*values: object, **_how: object) -> None:
    """Print what a notebook would show; figures, which it draws, are passed over."""
    for value in values:
        if figure_in(value) is None:
            print(repr(value)[:MAX_OUTPUT])


def line_of(function: object, file: str) -> int:
    """Return the line of a file where a function stands; 0 if it comes from elsewhere."""
    code = getattr(function, "__code__", None)
    return code.co_firstlineno if code is not None and code.co_filename == file else 0


def numbers_in_first_line(function: object) -> dict[str, float]:
    """Return the numbers that parameters have by default; nothing for what is no plain function."""
    if not isinstance(function, types.FunctionType):
        return {}
    code, values = function.__code__, function.__defaults__ or ()
    names = code.co_varnames[: code.co_argcount][code.co_argcount - len(values) :]
    pairs = [*zip(names, values, strict=True), *(function.__kwdefaults__ or {}).items()]
    return {
        str(name): value
        for name, value in pairs
        if type(value) in (int, float) and abs(value) < 2**63
    }


def prepare_pyplot() -> None:
    """Close the figures that pyplot holds, so that none is taken for a later one.

    A figure may be saved in a function, though there is no place for a file here.
    """
    if "matplotlib.figure" in sys.modules:
        from autograder.figures.drawing import Drawings

        Drawings.watch()
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close("all")


def figure_in(value: object) -> Mapping[str, Any] | None:
    """Describe a matplotlib figure, what belongs to one, or for DRAWN the one drawn last."""
    if "matplotlib.figure" not in sys.modules:
        return None
    from autograder.figures import description

    return description.drawn() if value is DRAWN else description.describe(value)


def _headroom(levels: int = 20) -> None:
    """Raise RecursionError here, before a frame is sent, where it would come between two."""
    if levels:
        _headroom(levels - 1)


def serve(channel: Channel) -> None:
    """Answer requests until the trusted side closes the stream."""

    def asked(kind: bytes, payload: bytes) -> bytes:
        _headroom()
        channel.send(kind, payload)
        kind, payload = channel.receive()
        if kind == REFUSAL:
            raise ValueError(payload.decode("utf-8", "replace"))
        if kind != VALUE:
            raise WireError(f"expected a value, not {kind!r}")
        return payload

    def evaluate(index: int, arguments: Sequence[np.ndarray]) -> np.ndarray:
        return unpack_array(asked(CALLBACK, pack_arguments(index, arguments)))[0]

    worker = Worker(evaluate, lambda question: asked(QUESTION, question))
    while True:
        try:
            kind, payload = channel.receive()
        except (WireError, OSError):
            return
        if kind != REQUEST:
            return
        channel.send(ANSWER, worker.handle(*unpack(payload)))


def main(arguments: Sequence[str]) -> None:
    """Serve over standard input and output, which the student's code cannot reach by name."""
    import os

    from autograder.sandbox.worker import closed, one_thread
    from autograder.sandbox.worker.limits import limit_memory

    closed.close()
    one_thread.keep()
    if "figures" in arguments:
        import matplotlib.pyplot  # noqa: F401 -- while nobody waits for it
    if arguments:
        limit_memory(int(arguments[0]))
    source, sink = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    read = os.fdopen(source, "rb").read
    write = os.fdopen(sink, "wb", buffering=0).write
    serve(Channel(read, lambda data: _write_all(write, data)))


def _write_all(write: Callable[[memoryview], int | None], data: bytes) -> None:
    """Write all bytes to an unbuffered stream."""
    rest = memoryview(data)
    while rest:
        rest = rest[write(rest) or 0 :]


if __name__ == "__main__":
    main(sys.argv[1:])
