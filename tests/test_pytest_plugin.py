"""pytest as the other face of the autograder: the same verdicts, item by item."""

from __future__ import annotations

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from autograder.course import Course
from autograder.frontends import local, workplace
from autograder.grading.batch import grade_class
from autograder.sandbox.kind import Kind
from autograder.submission import find
from autograder.verdict.results import Results

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[1]
WORDS = {"passed": None, "failed": "failure", "error": "failure", "skipped": "skipped"}

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


def run(pytester: pytest.Pytester, *arguments: object) -> pytest.RunResult:
    """Run pytest on submissions in this process, in English."""
    return pytester.runpytest_inprocess(
        "-p", "no:cacheprovider", "--junitxml", "junit.xml", *map(str, arguments)
    )


def cases(pytester: pytest.Pytester) -> dict[tuple[str, str], tuple[str | None, dict[str, str]]]:
    """Read the JUnit XML: by place and check, how it ended, and its properties."""
    read = {}
    for case in ElementTree.parse(pytester.path / "junit.xml").iter("testcase"):
        properties = {one.get("name"): one.get("value") for one in case.iter("property")}
        ended = next((part.tag for part in case if part.tag != "properties"), None)
        read[case.get("classname"), case.get("name")] = (ended, properties)
    return read


@pytest.fixture(autouse=True)
def english(monkeypatch):
    """Speak English, whatever the machine does."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def test_a_failure_is_told_in_the_students_words(pytester):
    """A forward difference fails one item, with message and hint and no stack of ours."""
    file = pytester.makepyfile(numerical_gradient=FORWARD)

    result = run(pytester, "--submission", file)

    outcomes = result.parseoutcomes()
    assert outcomes["failed"] == 1
    result.stdout.fnmatch_lines(["*never below x*", "*Hint: *"])
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*pytest_plugin*")


def test_one_student_is_judged_as_by_check(pytester):
    """Every exercise of a folder, whatever else lies there, ends as in the terminal."""
    pytester.makepyfile(numerical_gradient=FORWARD)
    shutil.copy(ROOT / "exercises" / "gradient_descent.py", pytester.path)
    inside = pytester.mkdir(".venv") / "site-packages"
    inside.mkdir()
    for name in ("numerical_gradient.py", "test_numpy.py", "conftest.py"):
        (inside / name).write_text("raise SystemExit('never imported')", "utf-8")

    run(pytester, "--submission", ".")

    course = Course()
    verdicts = local.check_place(workplace.require(pytester.path, course), course)
    expected = {
        (verdict.exercise, check.name): (
            WORDS[check.outcome],
            {"points": str(check.points), "score": str(check.score)},
        )
        for verdict in verdicts
        for check in verdict.checks
    }
    assert cases(pytester) == expected


def test_a_class_is_judged_as_by_grade(pytester, tmp_path, monkeypatch):
    """An item for every student, exercise and check, hidden ones too, with points in the XML."""
    place = tmp_path / "class"
    for student, room in (("aoki", "solutions"), ("stubs", "exercises")):
        (place / student).mkdir(parents=True)
        for name in ("numerical_gradient", "gradient_descent"):
            shutil.copy(ROOT / room / f"{name}.py", place / student)
    (place / "aoki" / "numerical_gradient.py").write_text(FORWARD, "utf-8")
    course = tmp_path / "course"
    for part in ("solutions", "autograder/checks"):
        shutil.copytree(ROOT / part, course / part)
    shutil.copy(ROOT / "course.toml", course)
    monkeypatch.chdir(course)

    result = run(pytester, "--submissions", place, "--sandbox", "trust", "--junitxml", "x.xml")

    whole = Course.at(course).sealed()
    results = Results(tmp_path / "results")
    submissions = find(place, list(whole.exercises)).submissions
    assert all(one.is_new for one in grade_class(submissions, whole, results, Kind.TRUST))
    expected = {
        (f"{verdict.student}.{verdict.exercise}", check.name): (
            WORDS[check.outcome],
            {"points": str(check.points), "score": str(check.score)},
        )
        for verdict in results.verdicts()
        for check in verdict.checks
    }
    shutil.move(course / "x.xml", pytester.path / "junit.xml")
    assert cases(pytester) == expected
    assert any(check.hidden for one in results.verdicts() for check in one.checks)
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_a_class_that_is_not_there_is_one_sentence(pytester):
    """A usage error, as everywhere, and no traceback."""
    result = run(pytester, "--submissions", "nowhere")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: *nowhere*does not exist*"])


def test_a_bare_pytest_collects_nothing_of_ours(pytester):
    """Whoever has the package installed runs their own tests as ever."""
    pytester.makepyfile(test_own="def test_own(): pass", numerical_gradient=FORWARD)

    run(pytester).assert_outcomes(passed=1)
