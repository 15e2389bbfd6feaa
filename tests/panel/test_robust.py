"""What a student's program may do without taking the page along."""

from __future__ import annotations

import pytest

GOOD = """
import numpy as np

def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[i] = 1e-4
        gradient[i] = (f(x + step) - f(x - step)) / 2e-4
    return gradient
"""
NAME = "numerical_gradient"
BODY = "import os, sys, itertools\ndef numerical_gradient(f, x):\n"
TOLD = {
    "    while True: pass": "ran for too long, so we stopped it",
    "    while True: print('x' * 1000)": "ran for too long, so we stopped it",
    "    while True: f(x)": "ran for too long, so we stopped it",
    "    kept = []\n    while True: kept.append(bytearray(10**8))": "MemoryError",
    "    return bytearray(2**29)": "MemoryError",
    "    os._exit(3)": "Python itself came to an end",
    "    os.abort()": "Python itself came to an end",
    "    sys.exit()": "SystemExit",
    "    return numerical_gradient(f, x)": "RecursionError",
    "    return input()": "EOFError",
    "    return f(x": "Python cannot read line",
}


@pytest.mark.parametrize("body", TOLD)
def test_what_goes_wrong_is_told_and_the_next_check_works(warm, body):
    """The verdict says what happened; a right program earns everything directly afterwards."""
    panel = warm(NAME)

    wrong = panel.verdict_of(BODY + body + "\n")
    said = panel.result
    right = panel.verdict_of(GOOD)

    assert wrong is not None, panel.status
    assert TOLD[body] in said
    assert right["score"] == right["points"], panel.status


def test_stop_ends_what_python_cannot_break(warm):
    """A loop inside C is ended by Stop; the text stays, and the next check works."""
    panel = warm(NAME)
    endless = f"{BODY}    return sum(itertools.repeat(0))\n"
    panel.write(endless)
    panel.press("check")
    panel.page.wait_for_timeout(1000)

    panel.press("stop")
    panel.wait()

    assert "Stopped" in panel.status
    assert panel.text == endless
    assert panel.verdict_of(GOOD)["score"] > 0


def test_stop_is_at_once_and_the_page_never_stalls(warm):
    """While a program hangs, the page answers; Stop takes no longer than a turn of the page."""
    panel = warm(NAME)
    panel.verdict_of(GOOD)
    panel.write(f"{BODY}    return sum(itertools.repeat(0))\n")
    panel.press("check")
    panel.page.wait_for_timeout(500)

    answered = panel.page.evaluate(
        """async () => {
          const panel = document.querySelector('kobai-exercise');
          const began = performance.now();
          panel.stopButton.click();
          await Promise.resolve();
          return { ms: performance.now() - began, isWarming: panel.python.worker !== undefined };
        }"""
    )
    panel.wait()

    assert answered["isWarming"]
    assert answered["ms"] < 100  # what a reader takes for at once


def test_one_run_leaves_nothing_for_the_next(warm):
    """Settings that a program changes are as before in the next check."""
    panel = warm(NAME)
    spoil = "np.seterr(all='raise')\nsys.setrecursionlimit(60)\nnp.set_printoptions(precision=1)\n"
    shown = "print(np.geterr()['divide'], sys.getrecursionlimit() > 100)\n"
    first = panel.verdict_of(f"import sys\n{GOOD}{spoil}{shown}")

    second = panel.verdict_of(f"import sys\n{GOOD}{shown}")

    assert first["output"] == "raise False\n"
    assert second["output"] == "warn True\n"
