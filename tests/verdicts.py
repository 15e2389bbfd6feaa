"""Verdicts made up by seed, for the tests of what is rendered from verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from matplotlib.figure import Figure

from autograder.checks.functions import bowl
from autograder.checks.pictures import figure_beside, path_beside, visits_around
from autograder.checks.scenes import Scene
from autograder.figures.description import describe
from autograder.figures.model import Picture
from autograder.figures.reading import read
from autograder.language import Text
from autograder.verdict import CheckResult, Feedback, Outcome, Verdict

EXERCISES = ("numerical_gradient", "gradient_descent", "plotting")

SOURCE = """import numpy as np


def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)
    for idx in range(x.size):
        tmp = x[idx]
        x[idx] = tmp + h
        ahead = f(x)
        x[idx] = tmp
        grad[idx] = (ahead - f(x)) / h
    return grad
"""

BOWL, AT = bowl(1, 3), (1.0, 2.0)
EVALUATIONS = visits_around(BOWL, [[1.0001, 2.0], [1.0, 2.0], [1.0, 2.0001], [1.0, 2.0]], AT)


def passed(
    name: str = "gradient_of_bowl",
    points: float = 2.0,
    evidence: Mapping[str, object] | None = None,
) -> CheckResult:
    """Give a check that passed."""
    title = Text(en=f"{name} is right", ja=f"{name} は正しい")
    return CheckResult(name, title, Outcome.PASSED, points, Feedback(evidence=evidence or {}))


def failed(name: str = "both_sides", points: float = 2.0, **values: object) -> CheckResult:
    """Give a check that failed, told as students are told; values replace parts of the feedback."""
    feedback = {
        "message": Text(
            en="f was evaluated at x and x + h only", ja="f が計算されたのは x と x + h だけです"
        ),
        "hint": Text(en="Step back too.", ja="後ろにも進んでみましょう。"),
        "misconception": "forward-difference",
        "line": 12,
        "evidence": EVALUATIONS,
    }
    return CheckResult(
        name=name,
        title=Text(en="f is evaluated on both sides of x", ja="f を x の両側で計算している"),
        outcome=Outcome.FAILED,
        points=points,
        feedback=Feedback(**(feedback | values)),
    )


def review(name: str = "ours", points: float = 1.0) -> CheckResult:
    """Give a check that ended in an error of ours."""
    return CheckResult(
        name=name,
        title=Text(en="a check of ours", ja="確認"),
        outcome=Outcome.ERROR,
        points=points,
        feedback=Feedback(Text(en="The grader stopped here", ja="採点プログラムが止まりました")),
    )


def verdict(*checks: CheckResult, **values: object) -> Verdict:
    """Give a verdict with these checks; values replace its other parts."""
    parts = {"student": "aoki", "exercise": "numerical_gradient", "source": SOURCE}
    return Verdict(checks=checks or (passed(), failed()), **(parts | values))


def a_class(students: int, seed: int = 0) -> Iterator[Verdict]:
    """Give the verdicts of a class, one student after the other, some things wrong in each."""
    rng = np.random.default_rng(seed)
    for number in range(students):
        for exercise in EXERCISES:
            if rng.random() < 0.04:
                continue
            skill = rng.beta(4, 2)
            checks = tuple(
                _some_check(f"{exercise}_{index}", 1.0 + index % 3, rng.random() < skill, rng)
                for index in range(8)
            )
            if rng.random() < 0.002:
                checks += (review(),)
            yield verdict(
                *checks, student=f"student{number:04d}", exercise=exercise, output="step 1\n" * 3
            )


def _some_check(name: str, points: float, right: bool, rng: np.random.Generator) -> CheckResult:
    if right:
        return passed(name, points)
    key = str(rng.choice(["forward-difference", "x-not-restored", "ascends", "one-step-short"]))
    return failed(name, points, misconception=key)


def gallery(student: str = "gallery") -> Iterator[Verdict]:
    """Give one student's verdicts with a picture of every kind, and every outcome."""
    step = 1e-4
    astray = [[1 + step, 2], [1 - step, 2], [1 - step, 2 + step], [1 - step, 2 - step]]
    path = [[-2.5 * 0.5**n, 1.5 * (-0.5) ** n] for n in range(12)]
    yield verdict(
        passed(evidence=EVALUATIONS),
        failed(),
        failed("restored", line=None, evidence=visits_around(BOWL, astray, AT)),
        student=student,
        output="step 1\n" * 30,
        notes=(Text(en="Your file was read as CP932.", ja="ファイルは CP932 として読みました。"),),
    )
    yield verdict(
        failed("short", evidence=path_beside(BOWL, path[:9], path)),
        failed("free", line=None, evidence=path_beside(BOWL, path)),
        student=student,
        exercise="gradient_descent",
    )
    surface, contour = _figure("3d"), _figure(None)
    scene = Scene.of(np.random.default_rng(0))
    in_space = figure_beside(surface, scene, is_surface=True, with_path=False)
    in_plane = figure_beside(contour, scene, is_surface=False, with_path=True)
    yield verdict(
        failed("labels", line=None, evidence=in_space),
        failed("contours", line=None, evidence=in_plane),
        failed("again", line=None, evidence=in_plane),
        CheckResult("later", Text(en="later", ja="あとで"), Outcome.SKIPPED, 1.0),
        review(),
        student=student,
        exercise="plotting",
    )


def _figure(projection: str | None) -> Picture:
    """Give a figure with a surface, or with contours and a path."""
    axis = np.linspace(-3, 3, 20)
    x0, x1 = np.meshgrid(axis, axis)
    figure = Figure()
    axes = figure.add_subplot(projection=projection)
    if projection:
        axes.plot_surface(x0, x1, x0**2 + x1**2)
    else:
        figure.colorbar(axes.contourf(x0, x1, x0**2 + x1**2))
        axes.plot([-2, -1, 0], [1, 0.5, 0], "o-")
        axes.set_aspect("equal")
    axes.set_xlabel("x0")
    return read(describe(figure))
