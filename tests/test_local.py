"""A check where the student works: what it keeps, what it refuses, what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.frontends import local
from autograder.verdict import Verdict

TUPLES = """
import matplotlib.pyplot as plt

def plot_surface(f, x0, x1):
    fig, ax = plt.subplots()
    ax.plot(x0, x0)
    return fig, ax

def plot_contour(f, x0, x1):
    return plot_surface(f, x0, x1)[0]
"""


def test_a_figure_beside_other_values_is_kept(tmp_path: Path):
    """`return fig, ax` loses points, but the student still sees the figure."""
    file = tmp_path / "plotting.py"
    file.write_text(TUPLES, encoding="utf-8")
    drawn = {}

    local.check_file(file, keep=drawn.__setitem__)

    assert sorted(drawn) == ["plot_contour", "plot_surface"]
    assert all(content["panels"] for content in drawn.values())


THREADS = """
from concurrent.futures import ThreadPoolExecutor

import numpy as np


def numerical_gradient(f, x):
    def slope(unit):
        return (f(x + unit) - f(x - unit)) / 2e-4

    with ThreadPoolExecutor(2) as pool:
        return np.array(list(pool.map(slope, 1e-4 * np.eye(len(x)))))
"""
ARGUMENTS = """
import sys

print(sys.argv)
sys.exit("usage: numerical_gradient.py POINT")


def numerical_gradient(f, x):
    print(sys.argv)
"""
QUOTES = """
def numerical_gradient(f, x):
    print(f"at {'here'")
"""


def checked(tmp_path: Path, source: str) -> Verdict:
    file = tmp_path / "numerical_gradient.py"
    file.write_text(source, encoding="utf-8")
    return local.check_file(file)


def test_a_thread_is_refused_as_when_it_is_graded(tmp_path: Path):
    """Behind the lock-down no thread starts, so none does in practice; the words say what to do."""
    first = checked(tmp_path, THREADS).checks[0]

    assert "can't start new thread" in first.feedback.message.en
    assert "No threads run here" in first.feedback.hint.en


def test_a_program_has_no_arguments_and_goes_on_behind_its_exit(tmp_path: Path):
    """The worker's own arguments are nobody's; what a file leaves with exit() is still judged."""
    verdict = checked(tmp_path, ARGUMENTS)

    assert verdict.output.splitlines()[:2] == ["['numerical_gradient.py']"] * 2
    assert any("usage: numerical_gradient.py POINT" in note.en for note in verdict.notes)


def test_an_f_string_is_told_of_its_brackets_and_quotation_marks(tmp_path: Path):
    """Which quotation marks may stand in the brackets depends on the Python that reads it."""
    first = checked(tmp_path, QUOTES).checks[0]

    assert "f-string" in first.feedback.message.en
    assert "Before Python 3.12" in first.feedback.hint.en


@pytest.mark.parametrize(
    ("line", "idea"),
    [
        ("np.arange(2).take(7)", "Print what it hands over"),
        ("np.arange(2)[7]", "which index does the loop reach"),
    ],
)
def test_an_index_is_asked_about_where_one_stands(tmp_path: Path, line: str, idea: str):
    """Of an IndexError from within a library, the student's line may hold no index at all."""
    first = checked(
        tmp_path, f"import numpy as np\ndef numerical_gradient(f, x):\n    return {line}\n"
    ).checks[0]

    assert idea in first.feedback.hint.en
