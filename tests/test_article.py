"""The article's own code, as printed and mended: every slip is named, every score is honest."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course import Course
from autograder.grading import session
from autograder.language import languages
from autograder.sandbox.kind import Kind
from autograder.sandbox.trusted.kinds import opener
from autograder.submission import Submission
from autograder.verdict import Outcome, Verdict

ROOT = Path(__file__).parents[1]
STAGES = ("as-printed", "mended-1", "mended-2", "mended-3")

# Where a slip must be named, and by what: words of the message or the hint in every language, or
# a misconception.
SLIPS = {
    "np.zero_like": ("numerical_gradient", "as-printed", ("zero_like", "`zeros_like`")),
    "a misspelt function": ("numerical_gradient", "as-printed", ("`numercial_gradient`",)),
    "no import": ("gradient_descent", "as-printed", ("NameError", "'numerical_gradient'")),
    "names from nowhere": ("plotting", "as-printed", ("np.meshgrid(x, y)", "NameError", "'x'")),
    "a history from nowhere": ("plotting", "mended-2", ("'x_history'",)),
    "x not put back": ("numerical_gradient", "mended-2", "x-not-restored"),
    "an array of whole numbers": ("numerical_gradient", "mended-3", "integer-truncation"),
    "init_x changed": ("gradient_descent", "mended-2", "mutates-init-x"),
    "one array many times": ("gradient_descent", "mended-2", "aliased-path"),
    "no last point": ("gradient_descent", "mended-3", "one-step-short"),
    "Axes3D(fig) alone": ("plotting", "mended-1", "empty-axes"),
    "both axes called x": ("plotting", "mended-1", "label-repeated"),
    "shown, not returned": ("plotting", "mended-1", "shown-not-returned"),
}

# What each stage earns. A slip that keeps everything from running costs everything; later slips
# cost their own check and what builds on it.
SCORES = {
    "as-printed": {"numerical_gradient": 0, "gradient_descent": 0, "plotting": 0},
    "mended-1": {"numerical_gradient": 0, "gradient_descent": 12, "plotting": 6},
    "mended-2": {"numerical_gradient": 10, "gradient_descent": 14, "plotting": 7},
    "mended-3": {"numerical_gradient": 10, "gradient_descent": 16, "plotting": 11},
}


@pytest.fixture(scope="module")
def verdicts() -> dict[tuple[str, str], Verdict]:
    """Grade every stage, by exercise and stage."""
    course, opened = Course.at(ROOT), opener(Kind.TRUST)
    return {
        (name, stage): _graded(course, name, stage, opened)
        for name in course.exercises
        for stage in STAGES
    }


def _graded(course, name, stage, opened) -> Verdict:
    exercise = course.exercises[name]
    source = (ROOT / f"examples/class/article-{stage}/{name}.py").read_text("utf-8")
    return session.alone(Submission(stage, name, None, source), exercise, opened())


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_an_honest_score(verdicts, stage):
    """No error of ours, and the points that the working parts deserve."""
    found = {name: verdicts[name, stage] for name in SCORES[stage]}

    assert not any(verdict.needs_review for verdict in found.values())
    assert {name: verdict.score for name, verdict in found.items()} == SCORES[stage]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("slip", SLIPS)
def test_every_slip_is_named(verdicts, slip, language):
    """A failed check says it in words, with a hint, in every language."""
    name, stage, signs = SLIPS[slip]
    failed = [one for one in verdicts[name, stage].checks if one.outcome is Outcome.FAILED]
    if isinstance(signs, str):
        told = [one for one in failed if one.feedback.misconception == signs]
    else:
        told = [one for one in failed if all(sign in _words(one, language) for sign in signs)]

    assert len(told) == 1
    assert told[0].feedback.hint.to(language)
    assert told[0].feedback.message.en != told[0].feedback.message.to("ja")


def _words(check, language) -> str:
    return f"{check.feedback.message.to(language)}\n{check.feedback.hint.to(language)}"


def test_mending_never_costs_points(verdicts):
    """Each stage earns at least as much as the one before it."""
    for name in SCORES["as-printed"]:
        scores = [verdicts[name, stage].score for stage in STAGES]
        assert scores == sorted(scores)
