"""No value that a student's code gives back makes a check of ours break."""

from __future__ import annotations

import pytest

from tests.answers import fuzz

# Answered calls, over 20,000 with the figures of test_fuzz_figures; bench/fuzz_verdicts.py makes as
# many as it is told.
ANSWERS = 18_000
EXERCISES = ("numerical_gradient", "gradient_descent")


@pytest.mark.parametrize("exercise", EXERCISES)
def test_no_answer_makes_a_check_break(exercise):
    """Odd shapes, None, text, nan and huge numbers end as words for the student, never as ours."""
    count, broken = fuzz(exercise, seed=0, answers=ANSWERS // len(EXERCISES))

    assert count >= ANSWERS // len(EXERCISES)
    assert not broken
