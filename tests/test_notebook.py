"""The check cell of a notebook, run in a real shell of IPython."""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path

import pytest

pytest.importorskip("IPython")
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from autograder.course import Course
from autograder.frontends import notebook, ready
from autograder.frontends.local import check_file
from autograder.language import preferred

SLIP = Path(__file__).parent / "submissions/gradient_descent/wrong/one_step_short_while.py"
SOLUTION = Path(__file__).parents[1] / "solutions" / "plotting.py"
CHECK = 'from autograder.notebook import check; check("plotting")'


@pytest.fixture
def shell(tmp_path, monkeypatch):
    """A shell in an empty folder, which leaves nothing behind and finds nothing imported."""
    monkeypatch.delitem(sys.modules, "numerical_gradient", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("MPLBACKEND", "agg")
    yield InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    InteractiveShell.clear_instance()
    ready.close()


def test_figures_are_shown_where_every_check_passed(shell):
    """Full marks still show what each function draws, with words for those who do not see it."""
    shell.run_cell(SOLUTION.read_text(encoding="utf-8"), store_history=True)
    with capture_output() as captured:
        earned = shell.run_cell(CHECK, store_history=True).result

    (shown,) = captured.outputs[:1]
    page = html.unescape(shown.data["text/html"])
    assert earned > 0
    assert 'class="check failed"' not in page
    for name in ("plot_surface", "plot_contour", "plot_descent"):
        assert f'<p class="heading">{name}</p>' in page
    assert page.count("<figcaption") >= 3


def test_the_setup_cell_may_be_run_again(shell):
    """Nothing complains, and an exercise that was begun in between can be imported."""
    setup = "%load_ext autograder.notebook"
    with capture_output() as captured:
        shell.run_cell(setup, store_history=True)
        Path("numerical_gradient.ipynb").write_text(
            '{"cells": [{"cell_type": "code", "source": "numerical_gradient = 42"}]}', "utf-8"
        )
        shell.run_cell(setup, store_history=True)
        shell.run_cell("from numerical_gradient import numerical_gradient")

    assert captured.stdout == captured.stderr == ""
    assert shell.user_ns["numerical_gradient"] == 42


def test_the_check_cell_tells_what_the_terminal_tells(shell):
    """The same points, and every sentence of the verdict on the same program."""
    shell.run_cell(SLIP.read_text(encoding="utf-8"), store_history=True)
    with capture_output() as captured:
        earned = shell.run_cell(CHECK.replace("plotting", SLIP.parts[-3]), store_history=True)
    copied = Path(f"{SLIP.parts[-3]}.py")
    copied.write_text(SLIP.read_text(encoding="utf-8"), encoding="utf-8")
    verdict = check_file(copied)

    frame = html.unescape(captured.outputs[0].data["text/html"])
    page = html.unescape(re.sub(r"<[^>]+>", "", frame[frame.index("<body") :]))
    told = [
        text.to(preferred())
        for one in verdict.checks
        for text in (one.feedback.message, one.feedback.hint)
        if text
    ]
    assert earned.result == verdict.score < verdict.points
    assert [text for text in told if text.replace("`", "") not in page] == []


def test_the_next_check_finds_workers_that_wait(shell):
    """Each press takes those that waited and leaves others, one for each file that is run."""
    check = CHECK.replace("plotting", SLIP.parts[-3])
    gradient = (SOLUTION.parent / "numerical_gradient.py").read_text(encoding="utf-8")
    Path("numerical_gradient.py").write_text(gradient, encoding="utf-8")
    source = SLIP.read_text(encoding="utf-8")
    shell.run_cell(
        f"from numerical_gradient import numerical_gradient\n{source}", store_history=True
    )
    earned, waiting = [], []
    with capture_output():
        for _press in range(3):
            earned.append(shell.run_cell(check, store_history=True).result)
            waiting.append(set(ready.waiting()))
    ready.close()

    assert [len(numbers) for numbers in waiting] == [2, 2, 2]
    assert not waiting[0] & waiting[1]
    assert not waiting[1] & waiting[2]
    assert earned[0] == earned[1] == earned[2] > 0
    assert not ready.waiting()


def ran(shell: InteractiveShell, *cells: tuple[str, str]) -> str:
    """Run cells, each a name and a source, and return the program that the check takes."""
    with capture_output():
        shell.run_cell("%load_ext autograder.notebook", store_history=True)
        for name, source in cells:
            shell.run_cell(source, store_history=True, cell_id=name)
    folder = Path.cwd()
    sources = notebook._sources(shell)
    return notebook._submission(sources, "numerical_gradient", folder, Course()).source


RIGHT = "def numerical_gradient(f, x):\n    return x"


def test_a_cell_that_missed_a_bracket_once_costs_nothing_later(shell):
    """The last run of a cell counts, whatever it was before."""
    source = ran(shell, ("a", RIGHT.replace(":", "(", 1)), ("a", RIGHT), ("b", "print((("))

    assert source.count("def numerical_gradient") == 1
    assert compile(source, "", "exec")


def test_slow_cells_that_no_function_needs_are_not_run_again(shell):
    """A long experiment, already run, would make every press of the check wait for it."""
    cells = [(str(number), f"import time\nslow = time.sleep(0) or {number}") for number in range(5)]

    source = ran(shell, *cells, ("right", RIGHT))

    assert "sleep" not in source
    assert "numerical_gradient" in source
