"""The checks as pytest items."""

import pytest

from autograder.course.loading import INSTALLED

pytest_plugins = ["pytester"]

FORWARD = """
import numpy as np

def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = 1e-4
        gradient[index] = (f(x + step) - f(x)) / 1e-4
    return gradient
"""


def checks(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """Run pytest on the public checks of numerical_gradient."""
    return pytester.runpytest_inprocess(
        INSTALLED / "check_numerical_gradient.py", "-p", "no:cacheprovider", *arguments
    )


def test_a_submission_fails_the_check_that_the_command_names(pytester):
    """A forward difference fails one item, with the feedback that every student reads."""
    file = pytester.makepyfile(numerical_gradient=FORWARD)

    result = checks(pytester, "--submission", str(file))

    result.assert_outcomes(passed=7, failed=1)
    result.stdout.fnmatch_lines(["*never below x*", "*both sides*"])


def test_without_a_submission_no_check_is_collected(pytester):
    """A bare pytest does not take our checks for tests."""
    result = checks(pytester)

    result.assert_outcomes()
