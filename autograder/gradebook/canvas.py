"""Canvas's gradebook.

lib/gradebook_importer.rb (https://github.com/instructure/canvas-lms) wants the student's columns up
to Section, then assignments, and the points possible in a row above the students. An empty cell of
a listed student takes the grade away; a student who is not listed keeps theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from autograder.gradebook import platform, returned, sheet
from autograder.gradebook.returned import Cells, Returned
from autograder.gradebook.table import GradebookError
from autograder.language import Language, _
from autograder.verdict.gradebook import Gradebook

KNOWN = (
    *("Student", "LastName", "FirstName", "ID", "SIS User ID", "SIS Login ID"),
    *("Integration ID", "Root Account", "Section"),
)
POINTS = "    Points Possible"
TEST = "Student, Test"  # whom Canvas lists, and who is nobody


def canvas(
    book: Gradebook,
    language: Language,
    exported: Path | None,
    assignment: str,
    cells: Cells | None = None,
    most: float | None = None,
) -> Returned:
    """Return a Canvas gradebook with one column, the total, under the assignment's name.

    Only students with a grade are in it.

    Args:
        book: its students are called as in Canvas's download: name_12345.
        language: has no part in it; Canvas takes no comments here.
        exported: the gradebook as exported from Canvas, which then gives names, sections, the
            assignment's number, and its points possible, to which scores are scaled; without it
            the columns that an import needs at least.
        assignment: the assignment's title in Canvas.
        cells: decides between what is there and ours; left out: what others wrote is kept.
        most: the points possible, if they are not Canvas's own.

    Raises:
        GradebookError: no student has a number, or the export is none or has no such assignment.
    """
    del language
    cells = cells or Cells()
    known = platform.numbered(book, "Canvas")
    rows = known.rows
    if exported is None:
        table: list[sheet.Cells] = [["Student", "ID", "Section", assignment]]
        table.append([POINTS, "", "", most or book.total_points])
        for number, row in rows.items():
            if grade := cells.grade(number, row.student, "", book.scaled(row, most)):
                table.append([platform.name(row), number, "", grade])
        return Returned(sheet.dumps(table), cells.grades, known.without, doubled=known.doubled)
    lines = platform.table(exported)
    header = lines[0]
    named = [index for index, title in enumerate(header) if title in KNOWN]
    identifier = platform.column(header, ("ID",), exported)
    place = _place(header, assignment, exported)
    scale = most or _possible(lines, place)
    filled: list[sheet.Cells] = [[*(header[index] for index in named), header[place]]]
    filled.append([POINTS, *[""] * (len(named) - 1), scale or book.total_points])
    strangers: list[str] = []
    for line in lines[1:]:
        line = [*line, *[""] * (len(header) - len(line))]
        number = line[identifier].strip()
        student = rows.get(number)
        if student is None:
            strangers += [line[named[0]]] if number and line[named[0]] != TEST else []
            continue
        ours = book.scaled(student, scale)
        grade = cells.grade(number, student.student, line[place], ours)
        if grade:
            filled.append([*(line[index] for index in named), grade])
    absent = [row.student for number, row in rows.items() if number not in cells.grades]
    return Returned(
        sheet.dumps(filled),
        cells.grades,
        (*known.without, *absent),
        tuple(strangers),
        (),
        known.doubled,
    )


def _place(header: Sequence[str], assignment: str, exported: Path) -> int:
    """Return the assignment's column; a title that is not there would become a new one."""
    pattern = re.compile(rf"{re.escape(assignment)}(?: \(\d+\))?")
    for index, title in enumerate(header):
        if pattern.fullmatch(title):
            return index
    titles = [title for title in header if title not in KNOWN]
    near = get_close_matches(assignment, titles, 3, 0.5) or titles
    raise GradebookError(
        _(
            "{path} has no assignment {assignment}; name it with --assignment, as it is called"
            " there: {titles}"
        ).format(path=exported, assignment=assignment, titles=", ".join(near))
    )


def _possible(lines: Sequence[Sequence[str]], place: int) -> float | None:
    """Return the points possible of a column, from the row that is called so."""
    for line in lines[1:]:
        if line and line[0].strip() == POINTS.strip() and place < len(line):
            return returned.value(line[place]) or None
    return None
