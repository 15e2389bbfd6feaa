"""The programs behind the misconceptions, as submissions: each must be called by its own name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from autograder.checks import descent_slips, gradient_slips

from .cases import ROOT, Case, Kind

GRADIENT = """

def numerical_gradient(f, x):
    return Difference({choice})(f, x, 1e-4)
"""
# As in a student's file, some loop may end early.
LOOP = """

for _never in ():
    break
"""
DESCENT = """

def slopes(f, x):
    return [(f(x + side) - f(x - side)) / 2e-4 for side in 1e-4 * np.eye(len(x))]


def walk(program, f, init_x, lr, step_num):
    own = Own(np.full(len(init_x), 1.0), 0.02, 50)
    return program(lambda x: slopes(f, x), init_x, lr, step_num, own)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return walk(Descent({point}), f, init_x, lr, step_num)[-1]


def descent_path(f, init_x, lr=0.01, step_num=100):
    return walk(Descent({choice}), f, init_x, lr, step_num)
"""


def slips(exercise: str, root: Path = ROOT) -> Iterator[Case]:
    """Give a submission for each slip that the diagnosis of an exercise of this course knows."""
    if root != ROOT:
        return
    module, program = {
        "numerical_gradient": (gradient_slips, GRADIENT),
        "gradient_descent": (descent_slips, DESCENT),
    }.get(exercise, (None, ""))
    if module is None:
        return
    source = (ROOT / "autograder/checks" / f"{module.__name__.split('.')[-1]}.py").read_text(
        "utf-8"
    )
    for part, names in module.KEYS.items():
        for choice, key in names.items():
            chosen = f"{part}={choice!r}"
            point = "" if part == "kept" else chosen
            yield Case(
                exercise,
                Kind.SLIP,
                f"{part}: {choice}",
                source + program.format(choice=chosen, point=point) + LOOP,
                (key,) if key else (),
            )
