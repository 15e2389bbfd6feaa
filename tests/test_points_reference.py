"""The page of points: every check with its weight and the reason, in both languages."""

from __future__ import annotations

import pytest

from autograder.course import Course
from autograder.language import languages
from tools import points_reference as reference

COURSE = Course.at(reference.ROOT)


def test_the_pages_say_what_the_checks_are_worth_now():
    """The committed pages are those that the checks and the reasons give."""
    stale = [file for file, text in reference.pages().items() if file.read_text("utf-8") != text]

    assert not stale, "run `make messages`"


@pytest.mark.parametrize("language", languages())
def test_every_check_has_a_reason(language):
    """No weight without a sentence that defends it, in every language."""
    found = reference.reasons(COURSE)

    assert all(reason.to(language) for reason in found.values())
    assert len(found) == sum(len(one.checks) for one in COURSE.exercises.values())


def test_what_is_at_stake_counts_all_that_builds_on_a_check():
    """A shape that is wrong leaves only the point for the name and for the shape itself."""
    exercise = COURSE.exercises["numerical_gradient"]
    stake = {check.name: reference.at_stake(check, exercise) for check in exercise.checks}

    assert stake["check_both_sides"] == 1
    assert stake["check_shape"] == exercise.points - 1


def test_a_sign_costs_more_than_half_and_one_side_costs_a_little():
    """The weights keep what the introduction of the page says."""
    exercise = COURSE.exercises["numerical_gradient"]
    stake = {check.name: reference.at_stake(check, exercise) for check in exercise.checks}

    assert stake["check_bowl"] > exercise.points / 2 > 6 * stake["check_both_sides"]
