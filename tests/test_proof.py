"""Before a class the course's own files are graded: what is wrong with them stops with words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from autograder.course import Course
from autograder.course.errors import ExerciseError
from autograder.grading import executors, proof
from autograder.sandbox.kind import Kind

SETTINGS = """
format = 1
name = "tiny"
languages = ["en"]
site = ""
checks = "checks"
exercises = ["double"]

[title]
en = "Doubling"

[assignments]
one = ["double"]
"""
CHECKS = '''
"""The checks of a made-up exercise."""

from autograder.checking import _, fail, points

FUNCTIONS = ("double",)


@points(3)
def check_doubles(student):
    """double gives twice the number"""
    if student.double(2.0) != LIMIT:
        fail(_("not twice"))
'''


@pytest.fixture
def folder(tmp_path) -> Path:
    """Write a course of one exercise, with its solution and its stub."""
    for room in ("checks", "solutions", "exercises"):
        (tmp_path / room).mkdir()
    (tmp_path / "course.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / "solutions" / "double.py").write_text("def double(x):\n    return 2 * x\n", "utf-8")
    (tmp_path / "exercises" / "double.py").write_text("def double(x):\n    pass\n", "utf-8")
    write_checks(tmp_path, "4.0")
    return tmp_path


def write_checks(folder: Path, limit: str) -> None:
    (folder / "checks" / "check_double.py").write_text(CHECKS.replace("LIMIT", limit), "utf-8")


def prove(folder: Path, crew=executors.alone) -> None:
    proof.prove(Course.at(folder), Kind.TRUST, crew, folder / proof.NAME)


def test_a_course_that_is_right_is_graded_once(folder):
    """The second time nothing is left to do; a check that changes is tried again."""
    asked: list[int] = []

    def counting(do, tasks):
        asked.append(len(tasks))
        return map(do, tasks)

    prove(folder, counting)
    prove(folder, counting)
    write_checks(folder, "2.0 + 2.0")
    prove(folder, counting)

    assert asked == [2, 2]


def test_a_wrong_solution_stops_with_its_check(folder):
    """Nobody loses points for what the course itself does not do."""
    (folder / "solutions" / "double.py").write_text("def double(x):\n    return x\n", "utf-8")

    with pytest.raises(ExerciseError, match=r"solutions/double.py: .* check_doubles .*not twice"):
        prove(folder)


def test_a_check_that_breaks_is_named(folder):
    """The name, the title, and the kind of error."""
    write_checks(folder, "undefined")

    with pytest.raises(ExerciseError, match=r"check_doubles \(“double gives twice.* breaks"):
        prove(folder)


def test_a_stub_that_earns_points_stops(folder):
    """A check that nobody's work passes judges nothing."""
    shutil.copy(folder / "solutions" / "double.py", folder / "exercises")

    with pytest.raises(ExerciseError, match=r"exercises/double.py: the stub"):
        prove(folder)
