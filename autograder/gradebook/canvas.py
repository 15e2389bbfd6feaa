"""Canvas's gradebook.

lib/gradebook_importer.rb (https://github.com/instructure/canvas-lms) wants the student's columns up
to Section, then assignments, and the points possible in the second row.
"""

from __future__ import annotations

import re
from pathlib import Path

from autograder.gradebook import platform, sheet
from autograder.gradebook.sheet import Cells
from autograder.language import Language
from autograder.verdict.gradebook import Gradebook

KNOWN = (
    *("Student", "LastName", "FirstName", "ID", "SIS User ID", "SIS Login ID"),
    *("Integration ID", "Root Account", "Section"),
)
POINTS = "    Points Possible"


def canvas(book: Gradebook, language: Language, exported: Path | None, assignment: str) -> bytes:
    """Return a Canvas gradebook with one column, the total, under the assignment's name.

    Args:
        book: its students are called as in Canvas's download: name_12345.
        language: has no part in it; Canvas takes no comments here.
        exported: the gradebook as exported from Canvas, which then gives names, sections and the
            assignment's number; without it the columns that an import needs at least.
        assignment: the assignment's title in Canvas.

    Raises:
        GradebookError: a student has no number, or the export is none or misses a student.
    """
    del language
    rows = platform.numbered(book, "Canvas")
    if exported is None:
        table: list[Cells] = [["Student", "ID", "Section", assignment]]
        table.append([POINTS, "", "", book.total_points])
        table.extend([platform.name(row), number, "", row.total] for number, row in rows.items())
        return sheet.dumps(table)
    lines = platform.table(exported)
    header = lines[0]
    known = [index for index, title in enumerate(header) if title in KNOWN]
    identifier = platform.column(header, ("ID",), exported)
    pattern = re.compile(rf"{re.escape(assignment)}(?: \(\d+\))?")
    title = next((one for one in header if pattern.fullmatch(one)), assignment)
    filled: list[Cells] = [[*(header[index] for index in known), title]]
    filled.append([POINTS, *[""] * (len(known) - 1), book.total_points])
    seen = set()
    for line in lines[1:]:
        row = rows.get(line[identifier].strip()) if len(line) > identifier else None
        if row is not None:
            seen.add(line[identifier].strip())
            filled.append([*(line[index] for index in known), row.total])
    platform.require_all(rows, seen, exported)
    return sheet.dumps(filled)
