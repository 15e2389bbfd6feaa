"""What students are told: hints that fit, prices that hold, and nothing about our own classes."""

from __future__ import annotations

import textwrap

import pytest

from autograder.checking.hints import OTHERWISE
from autograder.course import Course
from autograder.grading import session
from autograder.sandbox.trusted.inprocess import InProcess
from autograder.sandbox.trusted.subprocess import Subprocess
from autograder.submission import Submission
from autograder.verdict import Outcome, Verdict
from tests.prove.cases import ROOT

COURSE = Course(ROOT)  # as at home: no hidden checks
SOLUTION = {
    name: (ROOT / "solutions" / f"{name}.py").read_text("utf-8") for name in COURSE.exercises
}


def grade(source: str, exercise: str = "numerical_gradient", sandbox: type = InProcess) -> Verdict:
    one = COURSE.exercises[exercise]
    submission = Submission("mia", exercise, None, textwrap.dedent(source))
    return session.alone(submission, one, sandbox())


def told(verdict: Verdict) -> list[str]:
    return [check.name for check in verdict.checks if check.outcome is Outcome.FAILED]


def first(verdict: Verdict):
    return next(check.feedback for check in verdict.checks if check.outcome is Outcome.FAILED)


def gradient(line: str, top: str = "import numpy as np") -> str:
    """Give a file whose function has one line of its own before it goes on."""
    return f"{top}\n\ndef numerical_gradient(f, x):\n    {line}\n    return x\n"


# What Python raises, and words of the hint that fits its cause.
EXCEPTIONS = {
    "calling a number": ("h = 1e-4; y = h(x)", "Round brackets after a name"),
    "index of a number": ("h = 1e-4; h[0]", "A single number has no entries"),
    "index of numpy's number": ("y = x[0]; y[0]", "A single number has no entries"),
    "entry of f": ("f[0]", "A function stands there"),
    "shape of f": ("f.shape", "A function stands there"),
    "f times a number": ("f * 2.0", "A function stands there"),
    "f of two numbers": ("f(x[0], x[1])", "the whole point at once"),
    "f of one number": ("f(x[0])", "Print the point that goes into f"),
    "in place on whole numbers": ("np.array([1, 2]).__iadd__(0.5)", "can hold no fractions"),
    "index too far": ("x[7]", "How many entries"),
    "too many indices": ("x[0, 1]", "How many indices"),
    "index with a fraction": ("x[0.5]", "An index is a whole number"),
    "list times a number": ("[1.0, 2.0] * 0.5", "Lists do no arithmetic"),
    "list minus list": ("[1.0] - [2.0]", "Lists do no arithmetic"),
    "empty list assigned": ("g = []; g[0] = 1", "only the entries that were put in"),
    "range of a fraction": ("range(0.5)", "count in whole numbers"),
    "None": ("print(1) + 1", "Which function gave back nothing"),
    "unknown name": ("gradd", "Where does that name get its value"),
    "no import": ("math.sin(1)", "Is there a line at the top that imports it"),
    "numpy's missing name": ("np.quux", "in which module does it live"),
    "list without shape": ("[1, 2].shape", "That is a list"),
    "array without append": ("x.append(1)", "That is an array"),
    "shapes that do not fit": ("x + np.ones(3)", "Print the shapes"),
    "array as yes or no": ("x > 0 and x < 1", "many answers to yes or no"),
    "sequence in an entry": ("x[0] = x", "One entry of an array"),
    "unpacking": ("a, b, c = x", "Count the names on the left"),
    "text as a number": ("float('two')", "A text is no number"),
    "zero division": ("1 / int(0 * x[0])", "Which number is 0"),
    "key": ("{}['h']", "Print the keys"),
    "own local": ("h = h + 1", "belongs to that function only"),
    "recursion": ("numerical_gradient(f, x)", "needs a case in which it does not"),
    "input": ("input()", "Nobody is at the keyboard"),
    "assert": ("assert x[0] > 99", "Your own assert"),
    "missing argument": ("np.full()", "what is missing"),
    "module called": ("np(x)", "That name is a module"),
    "file": ("open('data.csv')", ""),
}


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_an_exception_gets_a_hint_that_fits_its_cause(name):
    """The hint is about this cause, in both languages, and the call is told."""
    line, words = EXCEPTIONS[name]

    feedback = first(grade(gradient(line)))

    assert words in feedback.hint.en
    assert feedback.hint != OTHERWISE
    assert feedback.hint.to("ja") != feedback.hint.en
    assert "`numerical_gradient(f, np.array([1.0, 2.0]))`" in feedback.message.en
    assert "RemoteFunction" not in feedback.message.en
    assert feedback.line == 4


UNREADABLE = {
    "missing colon": ("def numerical_gradient(f, x)\n    return x\n", "ends in a colon"),
    "no block": ("def numerical_gradient(f, x):\nreturn x\n", "indent the lines"),
    "too far right": ("import math\n   x = 1\n", "farther right"),
    "between columns": ("if 1:\n        x = 1\n    y = 2\n", "between two columns"),
    "bracket": ("x = (1 + 2\ny = 3\n", "which one has no partner"),
    "full width": ("def numerical_gradient(f, x）:\n    return x\n", "half-width"),
    "quotation": ("x = 'one\n", "same quotation mark"),
    "print": ("print 3\n", "round brackets"),
    "assignment": ("def g(x):\n    return 1\ng(1) = 2\n", "stands a name"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_no_python_gets_a_hint_that_fits(name):
    """What Python cannot read is told with its line, and with an idea for this cause."""
    source, words = UNREADABLE[name]

    feedback = first(grade(source))

    assert words in feedback.hint.en
    assert feedback.line


def test_a_missing_package_is_told_where_it_is_imported():
    """The name that the import should have made is not what is told."""
    feedback = first(grade(gradient("torch.tensor(x)", top="import torch")))

    assert "ModuleNotFoundError" in feedback.message.en
    assert feedback.line == 1
    assert "numpy, matplotlib" in feedback.hint.en


def test_the_line_told_is_the_students_own():
    """An exception deep in another file is told at the line that led there."""
    source = """
        import json

        def numerical_gradient(f, x):
            return json.loads("{")
    """
    feedback = first(grade(source))

    assert feedback.line == 5
    assert "json.loads" in feedback.message.en


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("class A:\n    def numerical_gradient(f, x):\n        return x\n", "inside the class `A`"),
        ("def outer():\n    def numerical_gradient(f, x):\n        return x\n", "function `outer`"),
        ("if __name__ == '__main__':\n    def numerical_gradient(f, x):\n        return x\n", "if"),
    ],
)
def test_a_function_inside_something_else_is_found(source, words):
    """That it cannot be called from outside is told, with where it stands."""
    feedback = first(grade(source))

    assert words in feedback.message.en
    assert "is defined at line" in feedback.message.en
    assert feedback.line


@pytest.mark.parametrize(
    ("exercise", "old", "new"),
    [
        ("numerical_gradient", "def numerical_gradient", "def numericalGradient"),
        ("numerical_gradient", "def numerical_gradient", "def numerical_gradeint"),
        ("gradient_descent", "def descent_path", "def decent_path"),
        ("gradient_descent", "def gradient_descent", "def gradientDescent"),
        ("gradient_descent", "step_num", "steps"),
        ("gradient_descent", "lr", "learning_rate"),
    ],
)
def test_another_name_costs_one_point_in_every_exercise(exercise, old, new):
    """A function or a parameter under another name is judged all the same."""
    verdict = grade(SOLUTION[exercise].replace(old, new), exercise)

    assert told(verdict) == [COURSE.exercises[exercise].checks[0].name]
    assert verdict.points - verdict.score == 1


def test_a_missing_function_does_not_hide_what_is_wrong_with_the_other():
    """That init_x is changed is told although there is no descent_path."""
    source = """
        from numerical_gradient import numerical_gradient

        def gradient_descent(f, init_x, lr=0.01, step_num=100):
            for _ in range(step_num):
                init_x -= lr * numerical_gradient(f, init_x)
            return init_x
    """
    verdict = grade(source, "gradient_descent")

    assert verdict.misconceptions == ("mutates-init-x",)
    assert told(verdict) == ["check_names", "check_init_x"]


def test_threads_get_their_own_answers():
    """Where threads run, points evaluated at once do not get each other's heights."""
    source = """
        from concurrent.futures import ThreadPoolExecutor
        import numpy as np

        def numerical_gradient(f, x):
            x = np.array(x, dtype=float)
            sides = 1e-4 * np.eye(x.size).reshape(-1, *x.shape)
            with ThreadPoolExecutor(8) as pool:
                heights = list(pool.map(f, [x + s for s in sides] + [x - s for s in sides]))
            n = x.size
            return (np.array(heights[:n]) - np.array(heights[n:])).reshape(x.shape) / 2e-4
    """
    assert grade(source, sandbox=InProcess).is_full


def test_f_answers_no_more_when_the_call_is_over():
    """A function that was kept from an earlier call says so; no later call is answered by it."""
    source = """
        kept = []

        def numerical_gradient(f, x):
            kept.append(f)
            return kept[0](x) if len(kept) > 1 else [1.0, 2.0]
    """
    verdict = grade(source, sandbox=Subprocess)

    words = " ".join(check.feedback.message.en for check in verdict.checks)
    assert "f was asked when the call had ended" in words
    assert not verdict.needs_review
