"""Moodle's grading worksheet.

mod/assign/feedback/offline/importgradeslib.php (https://github.com/moodle/moodle) finds the columns
by their names in the site's language, and the student by the number in the first one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from autograder.gradebook import comments, platform, sheet
from autograder.gradebook.sheet import Cells
from autograder.language import Language
from autograder.verdict.gradebook import Gradebook, Row

# As Moodle's language packs call them, English and Japanese.
ID = ("Identifier", "ID")
NAME = ("Full name", "氏名", "フルネーム")
GRADE = ("Grade", "評点", "評定")
MOST = ("Maximum Grade", "Maximum grade", "最大評点")
MODIFIED = ("Last modified (grade)", "最終更新日時 (評定)", "最終更新日時 (評点)")
COMMENT = ("Feedback comments", "フィードバックコメント")
PARTICIPANT = {"en": "Participant ", "ja": "参加者"}


def moodle(book: Gradebook, language: Language, worksheet: Path | None = None) -> bytes:
    """Give Moodle's grading worksheet with grades and comments.

    Args:
        book: its students are called as in Moodle's download: Full name_12345.
        language: of the comments, and of the columns where there is no worksheet.
        worksheet: as downloaded from Moodle, which then gives the columns, their language, the
            times and the highest grade, to which scores are scaled; without it new columns.

    Raises:
        GradebookError: a student has no number, or the worksheet is none or misses a student.
    """
    rows = platform.numbered(book, "Moodle")
    if worksheet is None:
        return _new_worksheet(book, rows, language)
    table = platform.table(worksheet)
    header = table[0]
    identifier = platform.column(header, ID, worksheet)
    grade = platform.column(header, GRADE, worksheet)
    most = platform.optional(header, MOST)
    comment = platform.optional(header, COMMENT)
    filled: list[Cells] = [list(header)]
    seen = set()
    for line in table[1:]:
        cells: Cells = [*line, *[""] * (len(header) - len(line))]
        found = re.search(r"(\d+)$", line[identifier]) if len(line) > identifier else None
        row = rows.get(found[1]) if found else None
        if row is not None and found:
            seen.add(found[1])
            highest = _float(line[most]) if most is not None and most < len(line) else None
            cells[grade] = _scaled(row, book, highest)
            if comment is not None:
                cells[comment] = comments.html(row, book, language)
        filled.append(cells)
    platform.require_all(rows, seen, worksheet)
    return sheet.dumps(filled)


def _new_worksheet(book: Gradebook, rows: Mapping[str, Row], language: Language) -> bytes:
    index = 1 if language == "ja" else 0
    columns = (ID, NAME, GRADE, MODIFIED, COMMENT)
    table: list[Cells] = [[names[index] for names in columns]]
    for number, row in rows.items():
        identifier = f"{PARTICIPANT[language]}{number}"
        grade = _scaled(row, book, None)
        comment = comments.html(row, book, language)
        table.append([identifier, platform.name(row), grade, "-", comment])
    return sheet.dumps(table)


def _scaled(row: Row, book: Gradebook, highest: float | None) -> float | None:
    """Return the total on the platform's scale; Moodle skips what is above the highest grade."""
    if row.total is None or not highest or not book.total_points:
        return row.total
    return row.total * highest / book.total_points


def _float(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
