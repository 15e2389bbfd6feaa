"""A course of another kind, in a folder elsewhere: every command means it."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.course import Course
from autograder.verdict import Verdict

pytest.importorskip("nbgrader")
ROOT = Path(__file__).parents[1]
EULER = Path(__file__).parent / "courses" / "euler"
KEY = "f-at-the-next-time"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course that is no part of this repository, released."""
    place = tmp_path_factory.mktemp("elsewhere") / "euler"
    shutil.copytree(EULER, place)
    run_in(place, "-m", "autograder", "release")
    return place


def run_in(folder: Path, *command: str, expected: int = 0) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "MPLBACKEND": "agg"}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == expected, done.stdout + done.stderr
    return done


def handed_in(folder: Path, place: Path) -> Path:
    """Give a class of two: one has it right, one asks for the slope of a later time."""
    for student, file in (("ada", "right/plain.py"), ("bo", "wrong/next_time.py")):
        (place / student).mkdir(parents=True)
        source = folder / "tests" / "submissions" / "euler" / file
        shutil.copy(source, place / student / "euler.py")
    return place


def test_a_release_makes_stub_notebook_and_catalogue(folder: Path) -> None:
    """What students get is made from the course's own solutions, and fresh then."""
    assert "NotImplementedError" in (folder / "exercises" / "euler.py").read_text("utf-8")
    assert (folder / "exercises" / "steps" / "euler.ipynb").exists()

    run_in(folder, "-m", "autograder", "release", "--check")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_check_is_of_the_course_one_is_in(folder: Path, language: str) -> None:
    """The misconception is named from the two arguments of f, in the course's own words."""
    file = "tests/submissions/euler/wrong/next_time.py"
    shutil.copy(folder / file, folder / "euler.py")

    told = run_in(
        folder, "-m", "autograder", "check", "euler.py", "--language", language, expected=1
    ).stdout

    words = {"en": "f was evaluated at t = 1.25", "ja": "f が計算されたのは t = 1.25 です"}
    assert words[language] in told
    page = {"en": "lessons/euler/", "ja": "ja/lessons/euler/"}[language]
    assert f"https://example.org/euler/{page}#{KEY}" in told
    (folder / "euler.py").unlink()


def test_a_class_is_graded_rendered_and_exported(folder: Path, tmp_path: Path) -> None:
    """From another folder, with --course; the words of the hidden check stay with the verdict."""
    place, results = handed_in(folder, tmp_path / "class"), tmp_path / "results"
    here = ["-m", "autograder"]

    run_in(tmp_path, *here, "grade", str(place), "--output", str(results), "--sandbox", "trust",
           "--course", str(folder), "--processes", "1")  # fmt: skip
    run_in(tmp_path, *here, "report", str(results), "--course", str(folder))
    run_in(tmp_path, *here, "export", "csv", str(results), "--output", str(tmp_path / "grades.csv"))

    verdicts = {
        name: Verdict.loads((results / "verdicts" / name / "euler.json").read_text("utf-8"))
        for name in ("ada", "bo")
    }
    assert verdicts["ada"].is_full
    assert verdicts["bo"].misconceptions == (KEY,)
    assert verdicts["bo"].inputs
    assert "https://example.org/euler/" in (results / "feedback" / "bo.html").read_text("utf-8")
    rows = list(csv.reader((tmp_path / "grades.csv").read_text("utf-8-sig").splitlines()))
    assert any("ada" in row for row in rows)


def test_the_check_cell_is_of_the_course_above_it(folder: Path) -> None:
    """A notebook beside the course's files is checked by its checks."""
    cell = (folder / "tests/submissions/euler/right/plain.py").read_text("utf-8")
    script = (
        "import json, sys\n"
        "from IPython.core.interactiveshell import InteractiveShell\n"
        "from traitlets.config import Config\n"
        "settings = Config({'HistoryManager': {'enabled': False}})\n"
        "shell = InteractiveShell.instance(config=settings)\n"
        f"shell.run_cell({cell!r}, store_history=True)\n"
        "line = 'from autograder.notebook import check; check(\"euler\")'\n"
        "print('earned', shell.run_cell(line, store_history=True).result)\n"
    )

    told = run_in(folder / "exercises" / "steps", "-c", script).stdout

    public = sum(check.points for check in Course(folder).exercises["euler"].checks)
    assert f"earned {public}" in told


def test_the_course_is_proved_where_it_is(folder: Path) -> None:
    """Right files, wrong files and mutants are judged as they must be."""
    told = run_in(folder, "-m", "tests.prove", "--course", ".", "--processes", "1").stdout

    assert "The course is proved." in told
    assert "wrong files diagnosed exactly: 6 of 6" in told


def test_a_new_exercise_joins_the_course(folder: Path, tmp_path: Path) -> None:
    """It is entered in course.toml, lies where the course keeps its checks, and is released."""
    place = tmp_path / "euler"
    shutil.copytree(folder, place)

    run_in(place, "-m", "autograder", "new", "midpoint")
    run_in(place, "-m", "autograder", "release")

    assert list(Course.at(place).exercises) == ["euler", "midpoint"]
    assert (place / "checks" / "check_midpoint.py").exists()
    assert (place / "exercises" / "steps" / "midpoint.ipynb").exists()


def test_a_notebook_of_the_course_is_valid(folder: Path) -> None:
    """What a release writes is read again."""
    notebook = json.loads((folder / "exercises" / "steps" / "euler.ipynb").read_text("utf-8"))

    assert any("euler_step" in "".join(cell["source"]) for cell in notebook["cells"])
