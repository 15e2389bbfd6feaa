"""What is no Python in a cell is what IPython says it is, and the check cell runs what it needs."""

import pytest

from autograder.submission.cells import of_sources, syntax_error
from autograder.submission.slices import needed

LINES = (
    *("%matplotlib inline", "%%time", "!ls", "!!ls", "?np", "??np", "np?", "np.array??", "a = !ls"),
    *("a, b = !ls", "x = %timeit -o f(1)", "%pip install numpy", "!echo {x}", "  !ls", "%cd .."),
    *("x = 1", "x = 7 % 2", "y = x != 1", "print('100%')", "s = '?'", "z = [1,\n  2]"),
)


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_left_out_where_ipython_changes_it(line):
    """IPython's own transformer is the judge, where it is installed."""
    manager = pytest.importorskip("IPython.core.inputtransformer2").TransformerManager()
    is_python = manager.transform_cell(line).strip() == line.strip()

    found = of_sources([f"y = 2\n{line}" if not line.startswith("%%") else line, "x = 1"])

    assert bool(found.notes) is not is_python
    assert syntax_error(found.source) is None


@pytest.mark.parametrize("line", ["pip install numpy", "conda install numpy", "ls data", "cd .."])
def test_a_bare_command_is_left_out_as_a_running_shell_would(line):
    """The shell takes it for its magic of that name."""
    found = of_sources([f"{line}\nx = 1"])

    assert found.source == f"# {line}\nx = 1\n"


@pytest.mark.parametrize(
    "cell", ["this is a note", "def f(:\n    pass", "x = (", "for i in range(3)", "'''", "２ = 3"]
)
def test_a_cell_that_never_ran_is_left_out_with_its_number(cell):
    """The other cells are the program, and their lines keep their numbers."""
    found = of_sources(["x = 1", cell, "y = 2"])

    assert "cell 2 was left out" in str(found.notes[0])
    assert found.source.startswith("x = 1\n\n\n# ")
    assert found.source.endswith("\n\n\ny = 2\n")


def test_where_no_cell_is_python_the_first_is_kept_to_be_told_about():
    """A student reads where Python stopped, and not that there is no function."""
    assert of_sources(["def f(:", "y = ("]).source.startswith("def f(:")


SLOW = """import numpy as np
h = 1e-5
table = []
table.append(h)
slow = np.linalg.eigvals(np.ones((2, 2)))
for i in range(3):
    print(gradient(abs, i))
def step():
    return table[0]
def gradient(f, x):
    slow = step()
    return f(x + slow)
plotted = gradient(abs, 2)
"""


def test_only_what_a_function_needs_is_run_again():
    """Experiments go, what changes a name that is used stays, and lines keep their numbers."""
    kept = needed(SLOW, ["gradient"])

    names: dict[str, object] = {}
    exec(compile(kept, "cells", "exec"), names)
    assert kept.count("\n") == SLOW.count("\n")
    assert "plotted" not in kept
    assert "print" not in kept
    assert "eigvals" not in kept
    assert names["table"] == [1e-5]


def test_a_program_that_cannot_be_parsed_is_left_as_it_is():
    """Its error is the student's to read."""
    assert needed("def f(:", ["f"]) == "def f(:"
