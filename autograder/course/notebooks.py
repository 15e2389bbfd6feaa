"""One exercise as nbgrader's notebooks, the instructor's and the student's, and as a plain stub."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from autograder.course.exercise import Exercise
from autograder.course.extras import installing
from autograder.language import UserError, _
from autograder.submission.cells import SETUP

CONFIGURATION = "nbgrader_config.py"
SOLUTION_MARK = "### BEGIN SOLUTION"

LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)

PUBLIC_CHECK = 'from autograder.notebook import check; check("{name}")'
HIDDEN_CHECK = """\
# When your notebook is graded, more checks run here, on other functions and points.
# 採点のときは、別の関数や点を使ったチェックもここで実行されます。
### BEGIN HIDDEN TESTS
from autograder.notebook import check; check("{name}", hidden=True)
### END HIDDEN TESTS"""
HOW_TO_CHECK = """\
Check your work with: autograder check {name}.py
確かめるには: autograder check {name}.py"""

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


class ReleaseError(UserError):
    """A release that cannot be made; the message says why and what to do."""


def source_notebook(exercise: Exercise, solution: Path, setup: str) -> Any:
    """Return the notebook with the solution in it, from which nbgrader makes the student's.

    Its cells are those of the solution, the setup cell before the first code, and the check cells.
    """
    text = read(solution)
    if SOLUTION_MARK not in text:
        raise ReleaseError(
            _("{solution}: no '{mark}', so students would get all of it").format(
                solution=solution, mark=SOLUTION_MARK
            )
        )
    name = solution.stem
    cells = _needed("jupytext").reads(text, fmt="py:percent").cells
    for number, cell in enumerate(cells):
        if "grade_id" not in cell.metadata.get("nbgrader", {"grade_id": None}):
            raise ReleaseError(
                _("{solution}: cell {number} has nbgrader settings but no grade_id").format(
                    solution=solution, number=number + 1
                )
            )
        cell.metadata = _metadata(cell, f"{name}-text-{number}")
    code = next(number for number, cell in enumerate(cells) if cell.cell_type == "code")
    first = _code_cell(setup, _graded(f"{name}-setup", locked=True))
    cells = [*cells[:code], first, *cells[code:], *_check_cells(exercise)]
    for number, cell in enumerate(cells):
        # jupytext gives random ids; ours stay the same from one release to the next.
        cell.id = cell.metadata.get("nbgrader", {}).get("grade_id", f"{name}-{number}")
    metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    return _needed("nbformat").v4.new_notebook(cells=cells, metadata=metadata)


def released_notebook(source: Any, name: str, configuration: Any) -> Any:
    """Return what nbgrader's generate_assignment would hand out, without touching its database."""
    kinds = _needed("nbgrader.preprocessors")
    notebook, resources = _needed("nbformat").from_dict(source), {"nbgrader": {"notebook": name}}
    for kind in (
        kinds.IncludeHeaderFooter,
        kinds.LockCells,
        kinds.ClearSolutions,
        kinds.ClearOutput,
        kinds.CheckCellMetadata,
        kinds.ClearHiddenTests,
        kinds.ClearMarkScheme,
        kinds.ComputeChecksums,
    ):
        try:
            notebook, resources = kind(config=configuration).preprocess(notebook, resources)
        except (RuntimeError, ValueError) as fault:
            raise ReleaseError(
                _("{name}: nbgrader's {kind} says: {reason}").format(
                    name=name, kind=kind.__name__, reason=fault
                )
            ) from fault
    return notebook


def stub(notebook: Any, name: str) -> str:
    """Return the plain file of a student's notebook: the task as its docstring, then the code."""
    tasks = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    if not tasks:
        raise ReleaseError(
            _("{name}: the solution has no markdown cell that says what the task is").format(
                name=name
            )
        )
    code = [
        cell.source
        for cell in notebook.cells
        if cell.cell_type == "code"
        and not cell.metadata.get("nbgrader", {}).get("grade")
        and not SETUP.match(cell.source)
    ]
    docstring = f'"""{tasks[0].removeprefix("# ")}\n\n{HOW_TO_CHECK.format(name=name)}\n"""'
    return "\n\n\n".join([f"{docstring}\n\n{code[0]}", *code[1:]]) + "\n"


def configuration(course: Path) -> Any:
    """Read the course's nbgrader settings, so that our notebooks and nbgrader's are the same."""
    _needed("nbgrader.preprocessors")
    loader = _needed("traitlets.config.loader")
    if not (course / CONFIGURATION).is_file():
        return loader.Config()
    try:
        return loader.PyFileConfigLoader(CONFIGURATION, path=str(course)).load_config()
    except Exception as fault:  # the settings are code, which may raise anything
        raise ReleaseError(
            _("{file}: {kind}: {reason}").format(
                file=course / CONFIGURATION, kind=type(fault).__name__, reason=fault
            )
        ) from fault


def dumps(notebook: Any) -> str:
    """Return a notebook's text as nbgrader writes it."""
    return f"{_needed('nbformat').writes(notebook)}\n"


def compiled(catalogue: Path) -> bytes:
    """Return a catalogue of sentences as it is read when they are told."""
    text, target = io.BytesIO(catalogue.read_bytes()), io.BytesIO()
    sentences = _needed("babel.messages.pofile").read_po(text)
    sentences.creation_date = sentences.revision_date = LONG_AGO  # the same bytes every time
    _needed("babel.messages.mofile").write_mo(target, sentences)
    return target.getvalue()


def read(path: Path) -> str:
    """Read a course file."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise ReleaseError(
            _("{path}: cannot be read: {reason}").format(path=path, reason=fault)
        ) from fault


def _metadata(cell: Any, text_id: str) -> dict[str, Any]:
    """Fill in what a solution leaves out for nbgrader; text is locked, other code is free."""
    given = cell.metadata.get("nbgrader")
    if given:
        return {"nbgrader": _graded(**given)}
    return {"nbgrader": _graded(text_id, locked=True)} if cell.cell_type == "markdown" else {}


def _graded(grade_id: str, **given: Any) -> dict[str, Any]:
    """Give nbgrader's metadata of one cell, version 3."""
    defaults = {"grade": False, "locked": False, "solution": False, "task": False}
    return {"grade_id": grade_id, **defaults, "schema_version": 3, **given}


def _code_cell(source: str, graded: dict[str, Any]) -> Any:
    """Return a code cell with nbgrader's metadata."""
    return _needed("nbformat").v4.new_code_cell(source, metadata={"nbgrader": graded})


def _check_cells(exercise: Exercise) -> list[Any]:
    """Return the cells that nbgrader scores: public checks, and hidden ones if there are some."""
    checks, name = exercise.checks, exercise.name
    return [
        _code_cell(
            source.format(name=name),
            _graded(f"{name}-{kind}", grade=True, locked=True, points=sum(worth)),
        )
        for kind, source, worth in (
            ("check", PUBLIC_CHECK, [check.points for check in checks if not check.hidden]),
            ("hidden", HIDDEN_CHECK, [check.points for check in checks if check.hidden]),
        )
        if worth
    ]


def _needed(module: str) -> Any:
    """Import a module that only a release needs."""
    try:
        return import_module(module)
    except ImportError as fault:
        raise ReleaseError(
            _("{module} is not installed here; a release needs it: {command}").format(
                module=module, command=installing("release")
            )
        ) from fault
