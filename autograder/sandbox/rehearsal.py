"""What workers do, done beforehand in the zygote, so that none of them pays for a first time.

Modules are imported, caches are filled, and the interpreter, which rewrites what it runs often
(PEP 659), has settled: a forked worker would have to copy each page that it changes.
"""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import numpy as np

from autograder.sandbox import worker
from autograder.sandbox.bounds import Bounds
from autograder.sandbox.lockdown import Lockdown
from autograder.sandbox.selftest import self_test
from autograder.sandbox.values import Encoder
from autograder.sandbox.wire import (
    CALLBACK,
    REQUEST,
    VALUE,
    Channel,
    pack,
    pack_array,
    unpack_array,
)

ROUNDS = 10  # a function is rewritten at about its eighth call
TESTS = 20
HEAD = 5  # bytes of a frame before its payload
NAME = "rehearsal"
SOURCE = """
import matplotlib.pyplot as plt
import numpy as np

def slope(f, x0, x1):
    x = np.array([x0[0], x1[0]])
    return np.array([(f(x + h) - f(x - h)) / 2e-4 for h in 1e-4 * np.eye(x.size)])

def surface(f, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    figure = plt.figure()
    axes = figure.add_subplot(projection="3d")
    axes.plot_surface(*grid, f(grid), cmap="viridis")
    axes.set(xlabel="$x_0$", ylabel="x1", zlabel="f", title="f")
    return figure

def contour(f, x0, x1):
    grid = np.array(np.meshgrid(x0, x1))
    figure, axes = plt.subplots()
    lines = axes.contour(*grid, f(grid), levels=20)
    axes.contourf(*grid, f(grid))
    figure.colorbar(lines, label="f")
    axes.set(xlabel="x0", ylabel="x1", aspect="equal")
    axes.plot(x0, x0, "k.-", label="path")
    axes.plot(x0[0], x1[0], "bo", label="start")
    axes.legend()
    return figure

def saved(f, x0, x1):
    for draw in (surface, contour):
        draw(f, x0, x1).canvas.draw()
"""


def warm_up() -> None:
    """Import what every submission needs, and go through a submission several times."""
    import matplotlib as mpl

    mpl.use("Agg")
    for module in ("matplotlib.pyplot", "mpl_toolkits.mplot3d", "autograder.figure"):
        importlib.import_module(module)
    _quiet_triangulation()
    for _round in range(ROUNDS):
        _go_through("slope", "surface", "contour")
    _go_through("saved")
    importlib.import_module("matplotlib.pyplot").close("all")
    gc.collect()


def rehearse(lockdown: Lockdown) -> None:
    """Run the self-test until the interpreter has nothing left to rewrite in it."""
    for _round in range(TESTS):
        self_test(lockdown, Bounds(), [])


class _Audience:
    """The trusted side of a submission of our own: sends requests in turn, and evaluates x0² + x1².

    Args:
        requests: payloads, of which the next is sent when one is answered.
    """

    def __init__(self, requests: Iterable[bytes]) -> None:
        self._requests = iter(requests)
        self._said = bytearray()
        self._out = Channel(self._read, self._said.extend)
        self.channel = Channel(self._read, self._hear)
        self._go_on()

    def _read(self, count: int) -> bytes:
        taken = bytes(self._said[:count])
        del self._said[:count]
        return taken

    def _hear(self, frame: bytes) -> None:
        if frame.startswith(CALLBACK):
            array, _end = unpack_array(frame, HEAD + 1)
            self._out.send(VALUE, pack_array((array**2).sum(axis=0)))
        else:
            self._go_on()

    def _go_on(self) -> None:
        for request in islice(self._requests, 1):
            self._out.send(REQUEST, request)


def _go_through(*functions: str) -> None:
    """Be a worker for a submission of our own, some of whose functions are called."""
    load = {"do": "load", "name": NAME, "source": SOURCE, "modules": {}, "definitions_only": False}
    finders = sys.meta_path[:]
    worker.serve(_Audience([_request(load), *map(_call, functions)]).channel)
    sys.meta_path[:] = finders
    sys.modules.pop(NAME, None)


def _call(function: str) -> bytes:
    """Give the request for a call with an f and two axes."""
    encoder = Encoder()
    axes = [encoder.encode(np.linspace(-1.0, 1.0, count)) for count in (8, 9)]
    arguments = [{"$function": [0, "f"]}, *axes]
    content = {"do": "call", "function": function, "arguments": arguments, "keywords": {}}
    return _request(content, encoder.arrays)


def _request(content: dict[str, Any], arrays: Sequence[Any] = ()) -> bytes:
    return pack({**content, "number": 1}, list(arrays))


def _quiet_triangulation() -> None:
    """Let Delaunay triangulations complain to standard error, which leads nowhere here.

    Else matplotlib opens /dev/null to write there, which the lock-down forbids.
    """
    qhull: Any = importlib.import_module("matplotlib._qhull")
    delaunay = qhull.delaunay
    qhull.delaunay = lambda x, y, _verbose: delaunay(x, y, True)
