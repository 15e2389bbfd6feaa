"""The sandbox of the terminal: a process of its own, limited in time and memory."""

from __future__ import annotations

import contextlib

import numpy as np
import pytest

from autograder.sandbox import Died, Limits, Program, TimedOut
from autograder.sandbox.trusted.starting import Spare
from autograder.sandbox.trusted.subprocess import Subprocess

# Long, so that on a crowded machine nothing is out of time but what never ends.
LIMITS = Limits(load=60, call=60)
QUICK = Limits(load=60, call=1)


@pytest.fixture
def loaded():
    """Give a function that loads a source; the worker ends with the test."""
    opened: list[Subprocess] = []

    def load(source: str, limits: Limits = LIMITS) -> Subprocess:
        sandbox = Subprocess(limits)
        opened.append(sandbox)
        sandbox.load(Program("walk", source))
        return sandbox

    yield load
    for sandbox in opened:
        sandbox.close()


def test_f_is_evaluated_on_our_side(loaded):
    """The student's code calls f, and we see where."""
    visits = []

    def f(x):
        visits.append(x.tolist())
        return (x**2).sum()

    sandbox = loaded("def walk(f, x):\n    return f(x + 1) - f(x)\n")
    answer = sandbox.call("walk", [f, np.array([1.0, 2.0])], {})

    assert answer.value == 8.0
    assert visits == [[2.0, 3.0], [1.0, 2.0]]


def test_an_array_changed_in_place_is_seen(loaded):
    """What happened to the arguments comes back beside the value."""
    sandbox = loaded("def walk(x):\n    x += 1\n")
    answer = sandbox.call("walk", [np.zeros(2)], {})

    assert answer.value is None
    assert answer.arguments[0].tolist() == [1.0, 1.0]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("def walk():\n    while True:\n        pass\n", TimedOut),
        ("import time\ndef walk():\n    time.sleep(60)\n", TimedOut),
        ("def walk():\n    while True:\n        print('on and on')\n", TimedOut),
        ("import os\ndef walk():\n    os._exit(0)\n", Died),
        ("import os\ndef walk():\n    os.kill(os.getpid(), 9)\n", Died),
    ],
    ids=["loop", "sleep", "prints", "exit", "kill"],
)
def test_what_never_answers_is_ended(loaded, source, fault):
    """A call that does not come back ends the worker, and the next load is a fresh one."""
    sandbox = loaded(source, QUICK if fault is TimedOut else LIMITS)

    with pytest.raises(fault):
        sandbox.call("walk", [], {})
    with pytest.raises(Died):
        sandbox.call("walk", [], {})
    sandbox.load(Program("walk", "def walk():\n    return 3\n"))
    assert sandbox.call("walk", [], {}).value == 3


def test_memory_is_limited(loaded):
    """Code that asks for more memory than it may have is told so, or ended."""
    sandbox = loaded(
        "import numpy as np\ndef walk():\n    kept = []\n"
        "    while True:\n        kept.append(np.ones(10_000_000))\n",
        Limits(load=60, call=60, memory=2**29),
    )

    with contextlib.suppress(Died):  # the watch may be faster than numpy's own MemoryError
        assert "MemoryError" in sandbox.call("walk", [], {}).trouble.type


def test_a_top_level_that_never_ends_is_stopped():
    """Loading is limited as well; the machine's own start is not counted."""
    sandbox = Subprocess(Limits(load=-19, call=1))  # a second, since a cold start has 20 more

    with pytest.raises(TimedOut):
        sandbox.load(Program("walk", "while True:\n    pass\n"))
    sandbox.close()


def test_the_worker_has_none_of_our_environment(loaded, monkeypatch):
    """A secret of the shell is not passed on."""
    monkeypatch.setenv("KOBAI_SECRET", "42")
    sandbox = loaded("import os\ndef walk():\n    return sorted(os.environ)\n")

    assert "KOBAI_SECRET" not in sandbox.call("walk", [], {}).value


def test_a_worker_that_died_while_it_waited_is_nobody_s_fault():
    """Its place is taken by another one, and the submission is loaded."""
    spare = Spare(goes_on=False)
    (process,) = spare._waiting
    process.kill()
    process.wait()
    sandbox = Subprocess(LIMITS, spare=spare)

    loaded = sandbox.load(Program("walk", "def walk():\n    return 1\n"))
    sandbox.close()
    spare.close()

    assert loaded.functions == {"walk": 1}
