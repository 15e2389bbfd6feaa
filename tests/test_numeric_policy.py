"""Tolerances: honest rounding and truncation pass, on any function and for any student's inputs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from autograder.checking import Failure, vector
from autograder.checks.functions import Exponential, Quadratic
from autograder.course import Course
from autograder.grading import session
from autograder.sandbox.trusted.inprocess import InProcess
from autograder.submission import Submission
from autograder.verdict import Verdict

# The figures of an exercise are drawn as a student's worker draws them.
pytestmark = pytest.mark.usefixtures("plain_figures")

ROOT = Path(__file__).parents[1]
COURSE = Course.at(ROOT)
REFERENCE = COURSE.exercises["numerical_gradient"].reference.numerical_gradient
EPSILON = np.finfo(float).eps

# The same examples in every run; how long one takes is no claim.
steady = settings(max_examples=60)
few = settings(steady, max_examples=12)

shapes = st.one_of(st.tuples(st.integers(1, 6)), st.tuples(st.integers(1, 3), st.integers(1, 3)))


def numbers(low, high):
    """Give numbers between two bounds, none of them so small that it is only noise."""
    return st.floats(low, high, allow_subnormal=False)


@st.composite
def quadratics(draw):
    """Give a random quadratic, shifted and scaled, and a point of its shape."""
    shape = draw(shapes)
    scale = 10.0 ** draw(st.integers(-3, 3))
    f = Quadratic(
        scale * draw(arrays(float, shape, elements=numbers(0.1, 10))),
        draw(arrays(float, shape, elements=numbers(-5, 5))),
        coupling=scale * draw(numbers(-1, 1)),
        offset=scale * draw(numbers(-100, 100)),
    )
    return f, draw(arrays(float, shape, elements=numbers(-10, 10)))


def rounding(f, x):
    """Give the error that rounding alone may cause in a central difference of f at x.

    f is rounded at the size of the terms that it adds up at x ± h, and a difference of two such
    values is divided by 2h; x ± h is rounded as well, by ε|x|, along the slope that f has there.
    """
    h = EPSILON ** (1 / 3) * np.maximum(1, np.abs(x))
    terms = (np.abs(f.curvatures) * (np.abs(x - f.centre) + h) ** 2).sum()
    terms += np.abs(f.coupling) * (np.abs(x) + h).sum() ** 2 + np.abs(f.offset)
    slope = np.abs(f.gradient(x)).max() + (2 * np.abs(f.curvatures).max() + np.abs(f.coupling)) * h
    return 8 * EPSILON * (terms + slope * np.abs(x).max()) / h


@steady
@given(quadratics())
def test_the_reference_gradient_of_a_quadratic_is_off_by_rounding_only(case):
    """A central difference has no truncation error on a quadratic, in 1 to 6 variables or rows."""
    f, x = case

    assert np.allclose(REFERENCE(f, x), f.gradient(x), rtol=0, atol=rounding(f, x))


@steady
@given(arrays(float, st.integers(1, 6), elements=numbers(-2, 2)), numbers(-3, 3))
def test_the_reference_gradient_of_exp_is_off_by_h_squared(x, shift):
    """Where third derivatives count, the error stays below h²/6 times the third derivative."""
    f = Exponential(np.linspace(0.5, 2, len(x)), offset=shift)
    h = EPSILON ** (1 / 3) * np.maximum(1, np.abs(x))
    truncation = f.rates**2 * f.gradient(x + h) * h**2 / 6
    round_off = 8 * EPSILON * (np.abs(f(x)) + 2 * np.abs(shift)) / h

    assert (np.abs(REFERENCE(f, x) - f.gradient(x)) <= truncation + round_off).all()


@steady
@given(quadratics(), st.sampled_from((list, np.float32, np.int64)))
def test_any_array_like_is_a_point(case, kind):
    """A list, single precision and whole numbers give the gradient at the point they hold."""
    f, x = case
    held = x.tolist() if kind is list else x.astype(kind)
    exact = np.array(held, dtype=float)

    assert np.allclose(REFERENCE(f, held), f.gradient(exact), rtol=0, atol=rounding(f, exact))


def graded(exercise: str, source: str, student: str) -> Verdict:
    """Grade a source with the inputs of one student."""
    one = COURSE.exercises[exercise]
    submission = Submission(student, exercise, None, source)
    return session.alone(submission, one, InProcess())


def failed(verdict: Verdict) -> dict[str, str | None]:
    """Give the checks that failed, with what they named."""
    return {
        check.name: check.feedback.misconception
        for check in verdict.checks
        if check.outcome.name == "FAILED"
    }


CENTRAL = """
import numpy as np
def numerical_gradient(f, x, h={h!r}):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = h
        gradient[i] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient
"""
FORWARD = CENTRAL.replace("f(x - step)", "f(x)").replace("(2 * h)", "h")
BACKWARD = CENTRAL.replace("f(x + step)", "f(x)").replace("(2 * h)", "h")

students = st.text(max_size=20)


@few
@given(st.sampled_from(list(COURSE.exercises)), students)
def test_the_solution_earns_everything_for_every_student(exercise, student):
    """Whatever inputs the hidden checks draw, what is right is right."""
    source = (ROOT / "solutions" / f"{exercise}.py").read_text("utf-8")

    assert failed(graded(exercise, source, student)) == {}


@steady
@given(st.floats(-7, -1.6), students)
def test_every_sensible_step_earns_everything(exponent, student):
    """From 1e-7 to 0.025 a central difference is right."""
    assert failed(graded("numerical_gradient", CENTRAL.format(h=10**exponent), student)) == {}


@steady
@given(st.floats(-6, -2), students, st.booleans())
def test_one_side_costs_one_check(exponent, student, forward):
    """A one-sided difference with h from 1e-6 to 0.01 fails the check about it and no other."""
    source = (FORWARD if forward else BACKWARD).format(h=10**exponent)
    key = "forward-difference" if forward else "backward-difference"

    assert failed(graded("numerical_gradient", source, student)) == {"check_both_sides": key}


@steady
@given(st.floats(-1, 0.5), students)
def test_a_long_step_is_told(exponent, student):
    """From 0.1 on, what the function does in between is lost."""
    found = failed(graded("numerical_gradient", CENTRAL.format(h=10**exponent), student))

    assert found == {"check_step": "step-too-large"}


@steady
@given(st.floats(-20, -11), students)
@example(-16.0, "")  # swallowed at 2, not at 1
@example(-13.5, "")  # the public values pass, the hidden ones do not
@example(-13.875, "")  # nor do those of five components
def test_a_tiny_step_is_told(exponent, student):
    """Below 1e-11 rounding eats the difference, whichever check sees it first."""
    found = failed(graded("numerical_gradient", CENTRAL.format(h=10**exponent), student))

    # Where rounding is all that is left, no program predicts it, and the numbers are told alone.
    assert set(found.values()) <= {"step-too-small", None}
    assert len(found) == 1


DESCENT = """
import numpy as np
from numerical_gradient import numerical_gradient
def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]
def descent_path(f, init_x, lr=0.01, step_num=100):
    path = [np.array(init_x, dtype=float)]
    for _ in range(step_num):
        path.append(path[-1] - lr * slope(f, path[-1]))
    return path
def slope(f, x, h={h!r}):
    return np.array([(f(x + h * e) - f(x {back})) / ({both} * h) for e in np.eye(len(x))])
"""


@few
@given(st.floats(-6, -2), students, st.booleans())
def test_a_gradient_of_ones_own_is_no_fault_of_the_walk(exponent, student, one_sided):
    """Walks with an honest difference of either kind earn everything: that is exercise 1."""
    back, both = ("", 1) if one_sided else ("- h * e", 2)
    source = DESCENT.format(h=10**exponent, back=back, both=both)

    assert failed(graded("gradient_descent", source, student)) == {}


POINT = np.array([1.0, 2.0])


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "gave back None"),
        ("(2, 12)", "a string, not an array of numbers"),
        ({"x0": 2.0}, "a dictionary, not an array of numbers"),
        (np.array([2.0 + 1j, 12.0]), "not an array of numbers"),
        (np.array(14.0), "a single number; it should be an array of shape (2,)"),
        (np.array([[2.0, 12.0]]), "of shape (1, 2); it should be an array of shape (2,)"),
        ([[2.0], [12.0, 0.0]], "a list of 2 values, not an array of numbers"),
        (np.array([2.0, np.nan]), "(2, nan): not all of these are finite"),
        (np.array([np.inf, 12.0]), "(inf, 12): not all of these are finite"),
        (np.array([2.0, -np.inf]), "(2, -inf): not all of these are finite"),
    ],
)
def test_values_that_are_no_point_are_told_apart(value, words):
    """Nothing, another kind, another shape, NaN and infinity each have words of their own."""
    with pytest.raises(Failure) as told:
        vector(value, POINT, "numerical_gradient")

    assert words in told.value.feedback.message.en


@pytest.mark.parametrize(
    "value",
    [
        [2.0, 12.0],
        (2, 12),
        np.array([2, 12]),
        np.array([2.0, 12.0], dtype=np.float32),
        [np.array(2.0), np.float32(12)],
        np.array([2.0 + 0j, 12.0]),
    ],
)
def test_array_likes_are_points(value):
    """What numpy takes for an array of two numbers is one."""
    assert np.array_equal(vector(value, POINT, "numerical_gradient"), [2.0, 12.0])
