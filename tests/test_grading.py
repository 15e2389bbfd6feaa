"""Grading: outcomes, causes, and whose fault it is."""

from __future__ import annotations

import sys
import textwrap
import types
from pathlib import Path

import pytest

from autograder.course import Course, exercise
from autograder.grading import session
from autograder.sandbox.trusted.inprocess import InProcess
from autograder.sandbox.trusted.subprocess import Subprocess
from autograder.submission import read
from autograder.verdict import Outcome

PASSED, FAILED, SKIPPED, ERROR = Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED, Outcome.ERROR

CHECKS = '''
"""The checks of a made-up exercise."""

from autograder.checking import _, fail, needs, points

FUNCTIONS = ("double",)


@points(3)
def check_doubles(student):
    """double gives twice the number"""
    if student.double(2.0) != 4.0:
        fail(_("not twice"), misconception="not-doubled")


@points(2)
def check_doubles_more(student):
    """double gives twice a larger number"""
    if student.double(10.0) != 20.0:
        fail(_("not twice"), misconception="not-doubled")


@points(1)
@needs("check_doubles")
def check_is_exact(student):
    """double is exact"""
    if student.double(0.1) != 0.2:
        fail(_("not exact"))
'''


@pytest.fixture
def grade(tmp_path: Path):
    """Give a function that grades a source with the checks of the made-up exercise."""
    folder = tmp_path / "checks"
    folder.mkdir()

    def run(source: str, checks: str = CHECKS, sandbox: type = InProcess):
        (folder / "check_double.py").write_text(checks, encoding="utf-8")
        file = tmp_path / "double.py"
        file.write_text(textwrap.dedent(source), encoding="utf-8")
        return session.alone(read(file, "mia"), exercise.named("double", folder=folder), sandbox())

    return run


def outcomes(verdict) -> list[Outcome]:
    return [check.outcome for check in verdict.checks]


def test_what_is_right_earns_its_points(grade):
    """Every check passes, and the score is the sum of the points."""
    verdict = grade("def double(x):\n    return 2 * x\n")

    assert outcomes(verdict) == [PASSED, PASSED, PASSED]
    assert (verdict.score, verdict.points, verdict.is_full) == (6.0, 6.0, True)


def test_one_cause_costs_one_check(grade):
    """The second check with the same diagnosis is not judged, nor is what needs the first."""
    verdict = grade("def double(x):\n    return x\n")

    assert outcomes(verdict) == [FAILED, SKIPPED, SKIPPED]
    assert verdict.misconceptions == ("not-doubled",)
    assert "the same cause" in verdict.checks[1].feedback.message.en
    assert "comes first" in verdict.checks[2].feedback.message.en


def test_two_causes_cost_two_checks(grade):
    """What fails for another reason is judged by itself."""
    verdict = grade(
        """
        def double(x):
            if x > 5:
                raise ValueError("too large")
            return 2 * x
        """
    )

    assert outcomes(verdict) == [PASSED, FAILED, PASSED]
    assert "too large" in verdict.checks[1].feedback.message.en
    assert verdict.checks[1].feedback.line == 4


def test_an_error_of_ours_is_no_zero(grade):
    """A check that breaks is an error for review, whatever the student wrote."""
    broken = CHECKS.replace("!= 20.0", "!= 20.0 / 0")

    verdict = grade("def double(x):\n    return 2 * x\n", broken)

    assert outcomes(verdict) == [PASSED, ERROR, PASSED]
    assert verdict.needs_review
    assert not verdict.is_full


ODD_NAMES = (
    "memory", "rng", "output", "loaded", "name", "results", "code", "call", "defines", "troubles",
)  # fmt: skip
ODD_CHECKS = f'''
"""Checks of functions that are called as something of ours might be."""

from autograder.checking import _, defaults_of, defines, fail, line_of, points, shared

FUNCTIONS = {ODD_NAMES!r}


@shared
def doubled(student, name):
    return getattr(student, name)(2.0)


@points(1)
def check_all(student):
    """each of them gives twice the number"""
    for name in FUNCTIONS:
        if doubled(student, name) != 4.0 or not defines(student, name):
            fail(_("not twice"))


@points(1)
def check_again(student):
    """what one check has found out another need not"""
    for line, name in enumerate(FUNCTIONS, 1):
        if doubled(student, name) != 4.0 or line_of(student, name) != line:
            fail(_("not twice"))
        if defaults_of(student, name) != {{"count": 2}}:
            fail(_("not twice"))
'''


def test_a_function_may_have_any_name(grade):
    """No name of ours stands between a check and a function of the student's."""
    source = "".join(
        f"def {name}(x, count=2): print(end='.'); return count * x\n" for name in ODD_NAMES
    )

    verdict = grade(source, ODD_CHECKS)

    assert outcomes(verdict) == [PASSED, PASSED]
    assert verdict.output == "." * len(ODD_NAMES), "each is called once for both checks"


SHARED_FAULTS = '''
from autograder.checking import _, fail, points, shared

FUNCTIONS = ("double",)


@shared
def twice(student):
    if student.double(2.0) != 4.0:
        fail(_("not twice"), misconception="not-doubled")


@points(1)
def check_doubles(student):
    """double gives twice the number"""
    twice(student)


@points(1)
def check_doubles_again(student):
    """double gives twice the number, once more"""
    twice(student)
'''


@pytest.mark.parametrize("line", ["return x", "raise ValueError(x)"])
def test_a_fault_is_shared_as_well(grade, line):
    """What a shared function fails for is found out once, and costs one check."""
    verdict = grade(f"def double(x):\n    print(end='.')\n    {line}\n", SHARED_FAULTS)

    assert outcomes(verdict) == [FAILED, SKIPPED]
    assert verdict.output == "."


def test_prints_and_warnings_reach_the_feedback_and_no_score(grade):
    """What the code prints is kept beside the verdict."""
    verdict = grade(
        """
        import sys, warnings

        def double(x):
            print("doubling", x)
            print("careful", file=sys.stderr)
            warnings.warn("hot")
            return 2 * x
        """,
        sandbox=Subprocess,
    )

    assert verdict.is_full
    assert "doubling 2.0" in verdict.output
    assert "careful" in verdict.output


def test_a_flood_of_prints_is_cut(grade):
    """A megabyte of prints is kept at a sane length."""
    verdict = grade("def double(x):\n    print('a' * 1_000_000)\n    return 2 * x\n")

    assert verdict.is_full
    assert len(verdict.output) <= 10_000


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "The file is empty"),
        ("# nothing yet\n", "there is no function `double`"),
        ("def double(x:\n    return 2 * x\n", "Python cannot read line 1"),
        ("def duoble(x):\n    return 2 * x\n", None),
        ("double = 5\n", "there is no function `double`"),
        ("def double():\n    return 2\n", "takes 0 positional arguments"),
        ("def double(x):\n    exit()\n", "SystemExit"),
        ("def double(x):\n    return input('x? ') * 2\n", "EOFError"),
        ("def double(x):\n    return double(x)\n", "RecursionError"),
    ],
)
def test_what_goes_wrong_is_told_in_words(grade, source, words):
    """Each fault of a file is one sentence; a name off by a letter is found all the same."""
    verdict = grade(source)

    messages = [check.feedback.message.en for check in verdict.checks]
    if words is None:
        assert verdict.is_full
    else:
        assert words in messages[0]
        assert verdict.checks[0].outcome is FAILED
        assert verdict.score == 0.0


def test_experiments_at_the_top_level_cost_nothing(grade):
    """A failed experiment is told in a note, and the functions below it count."""
    verdict = grade(
        """
        print(dobule(3))

        def double(x):
            return 2 * x

        if __name__ == "__main__":
            double(1)
        """
    )

    assert verdict.is_full
    assert any("outside your functions" in note.en for note in verdict.notes)


def test_a_stand_in_takes_the_place_of_what_does_not_work(tmp_path):
    """Exercise 2 is judged on its own, and the feedback says what stood in."""
    source = (Path(__file__).parent.parent / "solutions" / "gradient_descent.py").read_text("utf-8")
    for name, content in (("numerical_gradient", "def numerical_gradient(f, x):\n    return 0\n"),):
        (tmp_path / f"{name}.py").write_text(content, encoding="utf-8")
    (tmp_path / "gradient_descent.py").write_text(source, encoding="utf-8")
    both = {
        name: read(tmp_path / f"{name}.py", "mia")
        for name in ("numerical_gradient", "gradient_descent")
    }

    graded = session.Session(Course().exercises, both.get, lambda _name: InProcess())
    verdict = graded.verdict("gradient_descent")

    assert verdict.is_full
    assert any("stand-in" in note.en for note in verdict.notes)


def test_hidden_inputs_differ_from_student_to_student():
    """Two students get other numbers, and one student the same ones every time."""
    one = exercise.named("numerical_gradient", secret=b"a secret")

    first, other, again = (one.seed(student, "check_a") for student in ("mia", "ken", "mia"))

    assert first == again
    assert first != other


def test_a_reference_solution_imports_solutions_only(monkeypatch):
    """Whatever the student's modules are called that are loaded here, as they are in a notebook."""
    theirs = types.ModuleType("numerical_gradient")
    theirs.numerical_gradient = lambda _f, x: x
    monkeypatch.setitem(sys.modules, "numerical_gradient", theirs)

    one = exercise.named("gradient_descent", Path(__file__).parents[1] / "solutions")

    assert one.reference.numerical_gradient is not theirs.numerical_gradient
    assert sys.modules["numerical_gradient"] is theirs
