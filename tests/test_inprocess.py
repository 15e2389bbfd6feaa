"""The sandbox of the page: no wall, but the same verdicts."""

import sys
from pathlib import Path

import numpy as np
import pytest

from autograder.course import exercise
from autograder.grading import session
from autograder.sandbox import Limits, Program, TimedOut
from autograder.sandbox.kind import Kind
from autograder.sandbox.trusted.inprocess import InProcess
from autograder.sandbox.trusted.kinds import opener
from autograder.sandbox.trusted.subprocess import Subprocess
from autograder.submission import read

ROOT = Path(__file__).parent.parent
SAMPLE = (
    "numerical_gradient/wrong/x_not_restored_article.py",
    "gradient_descent/wrong/one_step_short_while.py",
    "plotting/wrong/path_incomplete_last_step.py",
)


@pytest.mark.parametrize("path", SAMPLE)
def test_page_terminal_and_batch_give_one_verdict(path):
    """A submission is told the same in this interpreter, in a process of its own, and in a fork."""
    name = path.split("/")[0]
    checks = exercise.named(name)
    submission = read(ROOT / "tests" / "submissions" / path, "s", name)

    page, terminal, batch = (
        session.alone(submission, checks, sandbox)
        for sandbox in (InProcess(), Subprocess(), opener(Kind.TRUST)())
    )

    assert page.checks == terminal.checks == batch.checks
    assert page.score < page.points


def test_a_flood_of_points_is_stopped_even_where_it_is_caught():
    """Points fill the page's memory; who catches the error gets no further."""
    source = (
        "import numpy as np\n"
        "def g(f):\n"
        "    for _ in range(5):\n"
        "        try:\n"
        "            f(np.zeros((2, 1000)))\n"
        "        except Exception:\n"
        "            pass\n"
        "    return 1.0\n"
    )
    sandbox = InProcess(Limits(points=50_000))
    sandbox.load(Program("submission", source))
    with pytest.raises(TimedOut, match="too many points"):
        sandbox.call("g", [lambda x: x.sum(axis=0)], {})


def test_a_flood_of_callbacks_is_stopped():
    """Code that never stops asking for f ends at the limit, although nothing can interrupt it."""
    sandbox = InProcess(Limits(callbacks=50))
    sandbox.load(Program("flood", "def flood(f, x):\n    while True:\n        f(x)\n"))

    with pytest.raises(TimedOut, match="too many times"):
        sandbox.call("flood", [sum, np.ones(2)], {})


def test_what_a_submission_could_import_is_gone_afterwards():
    """Its modules and our answers in their place are nobody else's in this interpreter."""
    InProcess().close()
    before = list(sys.meta_path)
    sandbox = InProcess()
    sandbox.load(Program("s", "import beside_it\n", {"beside_it": "x = 1\n"}))
    assert sys.meta_path != before

    sandbox.close()

    assert sys.meta_path == before
