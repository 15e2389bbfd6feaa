"""Stand-ins: answers of the trusted side in place of an exercise that does not work."""

from __future__ import annotations

import importlib
import io
import pkgutil
import types
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import autograder
from autograder.course import Course
from autograder.grading.session import Session, alone
from autograder.sandbox.trusted.inprocess import InProcess
from autograder.sandbox.trusted.subprocess import Subprocess
from autograder.submission import Submission
from autograder.verdict import Verdict
from docs.builder import package

ROOT = Path(__file__).parents[1]
DESCENT = """
import numpy as np
from numerical_gradient import numerical_gradient


def descent_path(f, init_x, lr=0.01, step_num=100):
    points = [np.array(init_x, dtype=float)]
    for _ in range(step_num):
        points.append(points[-1] - lr * np.asarray(CALL(points[-1])))
    return np.array(points)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]
"""
CALLS = {
    "as the exercise says": "numerical_gradient(f, x)",
    "a step of one's own": "numerical_gradient(f, x, 1e-4)",
    "a step by name": "numerical_gradient(f, x, h=1e-4, verbose=False)",
    "other names": "numerical_gradient(function=f, point=x)",
    "a list": "numerical_gradient(f, x.tolist())",
    "a lambda around f": "numerical_gradient(lambda z: f(z), x)",
    "its own name for f": "numerical_gradient(lambda *z: f(*z), x=x)",
}


def descent(call: str) -> str:
    return DESCENT.replace("CALL(", f"(lambda x: {call})(")


@pytest.fixture(scope="module")
def course() -> Course:
    return Course()


@pytest.fixture(params=[InProcess, Subprocess])
def graded(course: Course, request: pytest.FixtureRequest) -> Callable[[str], Verdict]:
    """Give a function that grades a descent for which no gradient was handed in."""

    def grade(source: str) -> Verdict:
        submission = Submission("mia", "gradient_descent", None, source)
        return alone(submission, course.exercises["gradient_descent"], request.param())

    return grade


def test_it_takes_what_the_students_own_would_take(course: Course) -> None:
    """Names, arguments with defaults and lists are theirs; a walk with it earns everything."""
    for name, call in CALLS.items():
        submission = Submission("mia", "gradient_descent", None, descent(call))

        verdict = alone(submission, course.exercises["gradient_descent"], InProcess())

        assert verdict.is_full, (name, [str(one.feedback.message) for one in verdict.checks])


def test_it_answers_over_the_wire(graded: Callable[[str], Verdict]) -> None:
    """In another process as in this one: the gradient is exact, and the note says who gave it."""
    verdict = graded(descent("numerical_gradient(f, x)"))

    assert verdict.is_full
    assert any("was not there" in note.en for note in verdict.notes)


def test_outside_of_a_call_it_says_so_and_costs_nothing(graded: Callable[[str], Verdict]) -> None:
    """An experiment at the top level has no f of ours."""
    source = descent("numerical_gradient(f, x)") + (
        "\nprint(numerical_gradient(lambda x: (x**2).sum(), np.array([1.0, 2.0])))\n"
    )

    verdict = graded(source)

    assert verdict.is_full
    assert any("stands in for yours here" in note.en for note in verdict.notes)


def test_what_is_made_of_f_gets_no_answer_of_f(graded: Callable[[str], Verdict]) -> None:
    """The gradient of -f is not that of f, and none is known: the student is told."""
    verdict = graded(descent("numerical_gradient(lambda z: -f(z), x)"))

    assert not verdict.is_full
    assert any("stands in for yours" in one.feedback.message.en for one in verdict.checks)
    assert not verdict.needs_review


@pytest.mark.parametrize(
    "call",
    [
        "numerical_gradient()",
        "numerical_gradient(x, f)",
        "numerical_gradient(f, 'here')",
        "numerical_gradient(f, np.ones(7))",
        "numerical_gradient(f, np.full(2, np.nan), {'a': f})",
        "numerical_gradient(f, [[[]]])",
    ],
)
def test_an_odd_question_is_the_students_failure(
    graded: Callable[[str], Verdict], call: str
) -> None:
    """Whatever is asked, the failure is the student's."""
    assert not graded(descent(call)).needs_review


def test_an_answer_is_seen_by_the_check() -> None:
    """A walk by a stand-in is read from where it was asked, as one by evaluations is."""
    from autograder.checking import Spy
    from autograder.checking.stand_in import answering
    from autograder.checks.check_numerical_gradient import stand_in_numerical_gradient
    from autograder.checks.functions import bowl

    f, x = Spy(bowl(1, 3)), np.array([1.0, 2.0])

    got = answering("numerical_gradient", stand_in_numerical_gradient)(f, x)

    assert got.tolist() == [2.0, 12.0]
    assert [one.function for one in f.asked] == ["numerical_gradient"]
    assert f.points(x).tolist() == [[1.0, 2.0], [1.0, 2.0]]


STATES = {
    "not there": (None, "was not there"),
    "not working": (
        "def numerical_gradient(f, x):\n    return 0 * x\n",
        "does not earn full marks",
    ),
    "used": ((ROOT / "solutions" / "numerical_gradient.py").read_text("utf-8"), "your own"),
}


@pytest.mark.parametrize("state", STATES)
def test_the_note_says_what_became_of_the_other_exercise(course: Course, state: str) -> None:
    """Not handed in, not working yet, or used: each in its own words, and only if imported."""
    source, words = STATES[state]
    own = {"gradient_descent": descent("numerical_gradient(f, x)")}
    if source is not None:
        own["numerical_gradient"] = source
    submissions = {name: Submission("mia", name, None, text) for name, text in own.items()}

    session = Session(course.exercises, submissions.get, lambda _name: InProcess())
    notes = session.verdict("gradient_descent").notes

    assert [words in note.en for note in notes] == [True]


def test_check_and_grade_say_the_same_of_a_descent_that_works(course: Course) -> None:
    """A picture that imports a descent which earns everything is told that it was used."""
    own = {
        name: (ROOT / "solutions" / f"{name}.py").read_text("utf-8")
        for name in ("numerical_gradient", "gradient_descent", "plotting")
    }
    own["plotting"] = "from gradient_descent import descent_path\n" + own["plotting"]
    submissions = {name: Submission("mia", name, None, text) for name, text in own.items()}

    for exercises in (course.exercises, Course.at(ROOT).exercises):
        session = Session(exercises, submissions.get, lambda _name: InProcess())
        notes = [note.en for note in session.verdict("plotting").notes]

        assert notes == ["your own `gradient_descent` was used here"]


def modules_of(package_: types.ModuleType) -> Iterator[types.ModuleType]:
    """Give every module of a package that can be imported here."""
    for found in pkgutil.walk_packages(package_.__path__, f"{package_.__name__}."):
        if not found.name.endswith("__main__") and ".lockdown" not in found.name:
            yield importlib.import_module(found.name)


def solves(function: Callable[..., Any]) -> bool:
    """Say whether a function gives gradients or walks of a function that it was handed."""

    def f(x: Any) -> Any:
        return (np.array([1.0, 3.0]) * np.asarray(x).T ** 2).T.sum(axis=0)

    x = np.array([1.0, 2.0])
    for arguments in ((f, x), (f, x, 0.1, 2)):
        try:
            got = np.asarray(function(*arguments), dtype=float)
        except Exception:  # noqa: BLE001 -- whatever is no solution may raise anything
            continue
        for truth in (np.array([2.0, 12.0]), np.array([0.64, 0.32])):
            if got.shape[-1:] == (2,) and np.allclose(got.reshape(-1, 2)[-1], truth, atol=0.05):
                return True
    return False


def test_the_search_for_solutions_finds_one() -> None:
    """What is looked for below is found where it is."""
    for name in ("numerical_gradient", "gradient_descent"):
        reference = Course.at(ROOT).exercises[name].reference
        assert solves(getattr(reference, name))


def test_no_module_of_the_package_solves_an_exercise(course: Course) -> None:
    """Every function of ours that bears an exercise function's name is called, and fails."""
    names = [name for functions in course.functions.values() for name in functions]

    found = [
        f"{module.__name__}.{key}"
        for module in modules_of(autograder)
        for key, value in vars(module).items()
        if callable(value) and any(name in key for name in names) and solves(value)
    ]

    assert found == []


def test_the_page_holds_nothing_but_modules_of_the_package() -> None:
    """The wheel of the page has no source that is not among those that were tried."""
    with zipfile.ZipFile(io.BytesIO(package.wheel())) as archive:
        names = [name for name in archive.namelist() if name.endswith(".py")]

    assert names
    assert all((ROOT / name).is_file() and name.startswith("autograder/") for name in names)


@pytest.mark.parametrize("name", ["numerical_gradient", "gradient_descent", "plotting"])
def test_what_students_are_given_earns_nothing(course: Course, name: str) -> None:
    """The stub is a module that solves nothing."""
    stub = (ROOT / "exercises" / f"{name}.py").read_text("utf-8")

    assert (
        alone(Submission("mia", name, None, stub), course.exercises[name], InProcess()).score == 0
    )
