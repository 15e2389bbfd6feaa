"""One notebook for each student, the same for nbgrader and otter: code cells, then test cells."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bench import students
from bench.inside import course

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
PREPARE = "from bench import inside"


def nbgrader(sources: Mapping[str, str] | None) -> dict[str, Any]:
    """Give a student's notebook, or the instructor's source of it, for nbgrader."""
    cells = [_cell("prepare", PREPARE)]
    for name in students.EXERCISES:
        code = sources[name] if sources else "### BEGIN SOLUTION\npass\n### END SOLUTION"
        cells.append(_cell(name, code, _grades(name, solution=True)))
        test = f"inside.offer({name!r}, globals())\ninside.score({name!r}, globals())"
        grade = _grades(f"test_{name}", solution=False, points=course().points[name])
        cells.append(_cell(f"test_{name}", test, grade))
    return _notebook(cells)


def otter(sources: Mapping[str, str]) -> dict[str, Any]:
    """Give a student's notebook for otter."""
    cells = [
        _cell("prepare", f"{PREPARE}\nimport otter\ngrader = otter.Notebook(tests_dir='./tests')")
    ]
    for name in students.EXERCISES:
        cells.append(_cell(name, sources[name]))
        cells.append(_cell(f"offer_{name}", f"inside.offer({name!r}, globals())"))
        cells.append(_cell(f"test_{name}", f"grader.check({name!r})"))
    return _notebook(cells)


def _grades(identity: str, *, solution: bool, points: float | None = None) -> dict[str, Any]:
    """Give nbgrader's metadata of a cell."""
    own = {
        "grade": points is not None,
        "grade_id": identity,
        "locked": not solution,
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
    return {"nbgrader": own if points is None else {**own, "points": points}}


def _cell(identity: str, source: str, metadata: Mapping[str, Any] | None = None) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "id": identity.replace("_", "-"),
        "source": source,
        "metadata": dict(metadata or {}),
        "outputs": [],
        "execution_count": None,
    }


def _notebook(cells: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "cells": cells,
        "metadata": {"kernelspec": KERNEL},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def dumps(notebook: Mapping[str, Any]) -> str:
    """Give a notebook's file."""
    return json.dumps(notebook, ensure_ascii=False, indent=1)


def otter_test(name: str) -> str:
    """Give otter's test file of an exercise: full marks, as its tests are passed or not."""
    return f'''"""All checks of {name}."""
from otter.test_files import test_case

from bench import inside

OK_FORMAT = False
name = "{name}"
points = 1


@test_case(points=1)
def test_{name}(env):
    assert inside.score(name, env) == inside.course().points[name]
'''
