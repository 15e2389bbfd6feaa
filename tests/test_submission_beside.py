"""A submission is what was worked on, with what it brings along."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.course import Course
from autograder.frontends import hand_in, local
from autograder.grading.session import alone
from autograder.sandbox import Limits
from autograder.submission import find, read_whole
from autograder.submission.choosing import is_worked_on

ROOT = Path(__file__).parents[1]
EXERCISES = ("numerical_gradient", "gradient_descent", "plotting")
CODE = """import numpy as np
{more}
def numerical_gradient(f, x):
    x = np.array(x, dtype=float)
    h = {h}
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        d = np.zeros_like(x)
        d[i] = h
        grad[i] = (f(x + d) - f(x - d)) / (2 * h)
    {inside}
    return grad
"""


def code(more: str = "", h: str = "1e-5", inside: str = "pass") -> str:
    return CODE.format(more=more, h=h, inside=inside)


def notebook(*cells: str, **more: object) -> str:
    return json.dumps({"cells": [{"cell_type": "code", "source": cell, **more} for cell in cells]})


def laid(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return folder


FOLDERS = {
    "a module": {
        "numerical_gradient.py": code("from steps import h0", "h0"),
        "steps.py": "h0 = 1e-5\n",
    },
    "a module of a module": {
        "numerical_gradient.py": code("import one", "one.h"),
        "one.py": "from two import h\n",
        "two.py": "h = 1e-5\n",
    },
    "a package": {
        "numerical_gradient.py": code("from tools import steps", "steps.h"),
        "tools/__init__.py": "",
        "tools/steps.py": "h = 1e-5\n",
    },
    "a notebook that is run": {
        "numerical_gradient.ipynb": notebook("%run ./setup_cells.ipynb", code(h="step")),
        "setup_cells.ipynb": notebook("step = 1e-5"),
    },
    "a table": {
        "numerical_gradient.py": code("h0 = np.loadtxt('h.csv')", "float(h0)"),
        "h.csv": "1e-5\n",
    },
    "a file that is opened": {
        "numerical_gradient.py": code("h0 = float(open('data/h.txt').read())", "h0"),
        "data/h.txt": "1e-5\n",
    },
    "a table beside the module that reads it": {
        "numerical_gradient.py": code("from tools.steps import h0", "h0"),
        "tools/steps.py": "from pathlib import Path\n"
        "h0 = float(Path(__file__).with_name('h.csv').read_text())\n",
        "tools/h.csv": "1e-5\n",
    },
    "a file by its whole path, if it is there": {
        "numerical_gradient.py": code(
            "from pathlib import Path\n"
            "place = Path(__file__).resolve().parent / 'data' / 'h.txt'\n"
            "h0 = float(open(place).read()) if place.exists() else 0.5",
            "h0",
        ),
        "data/h.txt": "1e-5\n",
    },
    "JSON by its path": {
        "numerical_gradient.py": code(
            "import json, pathlib\nh0 = json.loads(pathlib.Path('h.json').read_text())", "h0"
        ),
        "h.json": "1e-5",
    },
    "a cell that writes the file": {
        "numerical_gradient.ipynb": notebook("%%writefile numerical_gradient.py\n" + code())
    },
    "a cell that writes a module": {
        "numerical_gradient.ipynb": notebook(
            "%%writefile steps.py\nh = 1e-5", code("from steps import h as h0", "h0")
        )
    },
    "a sentence in a cell": {"numerical_gradient.ipynb": notebook("this is a note", code())},
    "a draft with a bracket too few": {
        "numerical_gradient.ipynb": notebook(code()[:-40] + "((", code(), "print('a'")
    },
    "shell and magics": {
        "numerical_gradient.ipynb": notebook(
            "a, b = !ls\n",
            "!echo a \\\n  b",
            "pip install numpy",
            "??np.array",
            "np.array?",
            code(),
        )
    },
    "display": {"numerical_gradient.ipynb": notebook(code(inside="display(grad)"))},
    "outputs of 30 MB": {
        "numerical_gradient.ipynb": notebook(
            code(), outputs=[{"data": {"image/png": "A" * (30 << 20)}}, [[1] * 400_000]]
        )
    },
    "a stub beside the notebook": {
        "numerical_gradient.py": (ROOT / "exercises/numerical_gradient.py").read_bytes(),
        "numerical_gradient.ipynb": notebook(code()),
    },
    "an empty copy": {"numerical_gradient.py": code(), "numerical_gradient (1).py": ""},
    "a checkpoint": {
        "numerical_gradient.py": code(),
        "numerical_gradient-checkpoint.py": "def numerical_gradient(f, x):\n    return 0\n",
    },
}


@pytest.mark.parametrize("name", FOLDERS)
def test_what_works_for_its_author_earns_full_marks(tmp_path, name):
    """Everything on the way is read, and the checks pass in a folder where nothing lies."""
    laid(tmp_path / "mia", FOLDERS[name])
    (submission,) = find(tmp_path, EXERCISES).submissions
    (tmp_path / "elsewhere").mkdir()

    verdict = local.check_submission(submission, tmp_path / "elsewhere", Course())

    assert verdict.is_full, [str(check.feedback.message) for check in verdict.checks]


@pytest.fixture(scope="module")
def zygote():
    """Where locked-down workers come from."""
    pytest.importorskip("fcntl", reason="the lock-down is for Linux")
    from autograder.sandbox.trusted.missing_layer import MissingLayerError
    from autograder.sandbox.trusted.zygote_client import Zygote

    try:
        with Zygote([ROOT / "solutions"], figures=False) as zygote:
            yield zygote
    except MissingLayerError as fault:
        pytest.skip(f"not on this machine: {fault}")


@pytest.mark.parametrize("name", FOLDERS)
def test_what_works_for_its_author_works_behind_the_wall(tmp_path, zygote, name):
    """A worker that may read no file of the student's is handed what came along."""
    from autograder.sandbox.trusted.locked import Locked

    laid(tmp_path / "mia", FOLDERS[name])
    (submission,) = find(tmp_path, EXERCISES).submissions
    exercise = Course.at(ROOT).exercises[submission.exercise]

    verdict = alone(submission, exercise, Locked(zygote, Limits(load=60.0, call=60.0)))

    assert verdict.is_full, [str(check.feedback.message) for check in verdict.checks]
    assert {"landlock", "bubblewrap"} & set(verdict.sandbox)


@pytest.mark.parametrize("name", ["a module", "a package", "a table", "a notebook that is run"])
def test_check_submit_and_grade_take_the_same_files(tmp_path, name):
    """What is handed in is what was checked, and what is graded."""
    place = laid(tmp_path / "mia", FOLDERS[name])
    (file,) = place.glob("numerical_gradient.*")
    checked = read_whole(file, EXERCISES)
    box = tmp_path / "box"
    box.mkdir()

    parcel = hand_in.pack([file], {"numerical_gradient": ("numerical_gradient",)})
    hand_in.to_folder(parcel, box, "mia", datetime(2026, 11, 20, tzinfo=UTC))
    (graded,) = find(box, EXERCISES).submissions

    assert (graded.modules, graded.files) == (checked.modules, checked.files)
    assert graded.modules or graded.files


def test_what_cannot_come_along_is_said_before_it_costs_anything(tmp_path):
    """A file too large, a module that would hide one of Python's."""
    place = laid(
        tmp_path,
        {
            "numerical_gradient.py": code("import random\nx = open('big.csv')"),
            "random.py": "x = 1\n",
            "big.csv": b"1,2\n" * 100_000,
        },
    )

    notes = [str(note) for note in read_whole(place / "numerical_gradient.py", EXERCISES).notes]

    assert any("random.py does not come along" in note for note in notes)
    assert any("big.csv does not come along" in note for note in notes)


@pytest.mark.parametrize("path", sorted(ROOT.glob("exercises/**/*.*")), ids=lambda path: path.name)
def test_every_stub_is_known_as_one(path):
    """As a file and as a notebook: nothing in it was written by a student."""
    assert not is_worked_on(read_whole(path, EXERCISES))
