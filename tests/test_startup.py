"""A command imports what it uses, and nothing that another one does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLOTS = {"matplotlib"}
PAGES = {"jinja2"}
CLASSES = {"nbformat", "nbconvert", "nbgrader", "sqlalchemy", "dask", "distributed", "filelock"}
SPY = """
import json, sys
from autograder.cli import main
sys.argv = ["autograder", *sys.argv[1:]]
try:
    main()
finally:
    print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})), file=sys.stderr)
"""


def imported_by(*words: str) -> set[str]:
    """What a command had imported when it ended."""
    done = subprocess.run(
        [sys.executable, "-c", SPY, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("words", [["--help"], ["export", "--help"], ["check", "--help"]])
def test_help_imports_nothing_of_the_kit_s_work(words):
    """Whoever asks what there is waits for no numpy."""
    assert not imported_by(*words) & {"numpy", *PLOTS, *PAGES, *CLASSES}


@pytest.mark.parametrize("exercise", ["numerical_gradient", "gradient_descent"])
def test_a_check_without_figures_imports_no_plots_pages_or_classes(exercise):
    """A verdict in the terminal needs numpy, and no templates."""
    imported = imported_by("check", f"solutions/{exercise}.py")
    assert "numpy" in imported
    assert not imported & {*PLOTS, *PAGES, *CLASSES}


def test_a_check_of_figures_imports_no_pages_or_classes():
    """The worker draws; what it drew is judged as data."""
    assert not imported_by("check", "solutions/plotting.py") & {*PAGES, *CLASSES}
