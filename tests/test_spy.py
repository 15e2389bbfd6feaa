"""What our functions say about themselves."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from autograder.checking.spy import arity
from autograder.checks.functions import bowl


class Lenient:
    """Takes whatever comes."""

    def __call__(*everything):
        return everything


@pytest.mark.parametrize(
    ("function", "needed"),
    [
        (lambda t, y: t + y, 2),
        (lambda x, scale=2: x * scale, 1),
        (partial(lambda a, b, c: a + b + c, 1), 2),
        (bowl(1, 3), 1),
        (bowl(1, 3).gradient, 1),
        (Lenient(), 0),
        (np.exp, 1),
        (np.sum, 1),
    ],
)
def test_arity_is_what_a_function_cannot_do_without(function, needed):
    """What is told of a class once holds for its objects, and for nothing else."""
    assert arity(function) == needed
    assert arity(function) == needed


def test_two_objects_of_one_class_have_its_arity():
    """The first that is asked about says nothing wrong about the second."""
    assert {arity(bowl(1)), arity(bowl(1, 2, 3))} == {1}
