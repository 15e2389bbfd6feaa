"""What workers do, done beforehand in the zygote, so that none of them pays for a first time.

Modules are imported, caches are filled, and the interpreter, which rewrites what it runs often
(PEP 659), has settled: a forked worker would have to copy each page that it changes.
"""

from __future__ import annotations

import gc
import importlib
import sys
from typing import Any

import numpy as np

from autograder.sandbox import Limits, Program
from autograder.sandbox.lockdown.layers import Lockdown
from autograder.sandbox.lockdown.resource_limits import Bounds
from autograder.sandbox.lockdown.selftest import self_test
from autograder.sandbox.trusted.conversation import Conversation
from autograder.sandbox.wire import unpack
from autograder.sandbox.worker import process

ROUNDS = 10  # a function is rewritten at about its eighth call
TESTS = 20
NAME = "rehearsal"
SUMS = """
import numpy as np

def sums(f, x0, x1):
    x = np.array([x0[0], x1[0]])
    return np.array([f(x + step) + f(x - step) for step in np.eye(x.size)])
"""
FIGURES = """
import matplotlib.pyplot as plt
import numpy as np

def surface(f, x0, x1):
    ramp = np.indices((x1.size, x0.size)).astype(float)
    figure = plt.figure()
    space = figure.add_subplot(projection="3d")
    space.plot_surface(*ramp, f(ramp), cmap="plasma")
    space.set(xlabel="$a_0$", ylabel="b", zlabel="c", title="d")
    return figure

def contour(f, x0, x1):
    ramp = np.indices((x1.size, x0.size)).astype(float)
    figure, axes = plt.subplots()
    lines = axes.contour(*ramp, f(ramp), levels=20)
    axes.contourf(*ramp, f(ramp))
    figure.colorbar(lines, label="f")
    axes.set(xlabel="a", ylabel="b", aspect="equal")
    axes.plot(x0, x0, "k.-", label="path")
    axes.plot(x0[0], x1[0], "bo", label="start")
    axes.legend()
    return figure

def saved(f, x0, x1):
    for draw in (surface, contour):
        draw(f, x0, x1).canvas.draw()
"""


def warm_up(*, figures: bool = True) -> None:
    """Import what every submission needs, and go through one several times.

    What is gone through lies in every wheel: it does what solutions do, and solves none.

    Args:
        figures: also for submissions that draw: matplotlib trebles the memory that a fork shares.
    """
    importlib.import_module("autograder.figures.description")
    for _round in range(ROUNDS):
        _go_through(SUMS, "sums")
    if figures:
        _warm_up_matplotlib()
    gc.collect()


def _warm_up_matplotlib() -> None:
    import matplotlib as mpl

    mpl.use("Agg")
    for module in ("matplotlib.pyplot", "mpl_toolkits.mplot3d"):
        importlib.import_module(module)
    _quiet_triangulation()
    for _round in range(ROUNDS):
        _go_through(FIGURES, "surface", "contour")
    _go_through(FIGURES, "saved")
    importlib.import_module("matplotlib.pyplot").close("all")


def rehearse(lockdown: Lockdown) -> None:
    """Run the self-test until the interpreter has nothing left to rewrite in it."""
    for _round in range(TESTS):
        self_test(lockdown, Bounds(), [])


def _go_through(source: str, *functions: str) -> None:
    """Be the worker for a submission of our own, and the trusted side that calls its functions."""
    finders = sys.meta_path[:]
    student = process.Worker(lambda _index, points: _bowl(*points), lambda question: question)
    talk = Conversation(lambda request, _f, _seconds: student.handle(*unpack(request)), Limits())
    talk.load(Program(NAME, source))
    for function in functions:
        talk.call(function, [_bowl, np.linspace(-1.0, 1.0, 8), np.linspace(-1.0, 1.0, 9)], {})
    sys.meta_path[:] = finders
    sys.modules.pop(NAME, None)


def _bowl(x: np.ndarray) -> np.ndarray:
    """Evaluate x0² + x1²."""
    return np.asarray((x**2).sum(axis=0))


def _quiet_triangulation() -> None:
    """Let Delaunay triangulations complain to standard error, which leads nowhere here.

    Else matplotlib opens /dev/null to write there, which the lock-down forbids.
    """
    qhull: Any = importlib.import_module("matplotlib._qhull")
    delaunay = qhull.delaunay
    qhull.delaunay = lambda x, y, _verbose: delaunay(x, y, True)
