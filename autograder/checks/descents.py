"""The walks of one student on a slope, each made once for all checks, and what they gave."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checking import Spy, as_array, shared, vector

from .functions import bowl
from .pictures import path_beside
from .trajectories import ideal, iterates

FUNCTIONS = ("gradient_descent", "descent_path")
POINT, PATH = FUNCTIONS

# Steep enough that the first steps are far longer than any sensible h; coupled, so that the order
# in which components are updated shows.
SLOPE, START, LR, STEPS = bowl(1, 2, coupling=1), np.array([2.0, 3.0]), 0.1, 4
MORE = 6  # steps, to see whether their number counts
FEW = 2  # steps, to see whether each is the same multiple of the gradient
# Far above what a one-sided difference with h = 0.01 does to four steps, far below one step.
TOLERANCE = 0.03


@dataclass(frozen=True)
class Run:
    """A call of one of the functions: what it gave, where it evaluated f, and init_x afterwards."""

    value: Any
    f: Spy
    start: np.ndarray


def run(student, name, lr=LR, steps=STEPS, start=START):
    """Give a run on the slope, made once for all checks: evaluations of f are what costs time."""
    return _run(student, name, lr, steps, start.dtype.str, tuple(start.tolist()))


@shared
def _run(student, name, lr, steps, dtype, start):
    f, own = Spy(SLOPE), np.array(start, dtype)
    value = getattr(student, name)(f, own, lr=lr, step_num=steps)
    return Run(value, f, own)


def point_of(value, like=START):
    """Give the point, also beside a history or at its end: that is another check's matter."""
    whole = as_array(value)
    if not isinstance(value, tuple) and whole is not None and whole.shape[1:] == like.shape:
        return vector(whole[-1], like, POINT)
    if isinstance(value, (tuple, list)) and value:
        first = as_array(value[0])
        if first is not None and first.shape == like.shape:
            return first
    return vector(value, like, POINT)


def path_of(value):
    """Give the path, also where it stands beside something else; None where there is none."""
    whole = as_array(value)
    if isinstance(value, tuple) and (whole is None or whole.ndim != 2):
        parts = [part for part in map(as_array, value) if part is not None and part.ndim == 2]
        return parts[0] if parts else None
    return whole


def walked(student, lr=LR, steps=STEPS):
    """Give the point reached, and the points around which f was evaluated on the way."""
    made = run(student, POINT, lr, steps)
    return point_of(made.value), made.f


def route_of(reached, f):
    """Give the points of a walk: where f was evaluated, and where it ended."""
    route = iterates(f.points(START))
    if not len(route):  # f was evaluated, but nowhere near a point of this shape
        return np.atleast_2d(reached)
    return np.vstack([route, reached]) if np.linalg.norm(reached - route[-1]) > 1e-3 else route


def beside(path, lr=LR, steps=STEPS):
    """Give the evidence for the picture of a path over the right one."""
    return path_beside(SLOPE, path, ideal(SLOPE, START, lr, steps))
