"""Moodle's grading worksheet.

mod/assign/feedback/offline/importgradeslib.php (https://github.com/moodle/moodle) finds the columns
by their names in the site's language, and the student by the number in the first one. It leaves a
grade alone where the cell is empty.
"""

from __future__ import annotations

import re
from pathlib import Path

from autograder.gradebook import comments, platform, returned, sheet
from autograder.gradebook.returned import Cells, Returned
from autograder.language import Language
from autograder.verdict.gradebook import Gradebook

# As Moodle's language packs call them: English, Japanese, German, French.
ID = ("Identifier", "ID", "Identifiant")
NAME = ("Full name", "氏名", "フルネーム", "Vollständiger Name", "Nom complet")
GRADE = ("Grade", "評点", "評定", "Bewertung", "Note")
MOST = ("Maximum Grade", "Maximum grade", "最大評点", "Bestwertung", "Note maximale")
MODIFIED = ("Last modified (grade)", "最終更新日時 (評定)", "最終更新日時 (評点)")
COMMENT = (
    *("Feedback comments", "フィードバックコメント"),
    *("Feedback als Kommentar", "Feedback par commentaires"),
)
PARTICIPANT = {"en": "Participant ", "ja": "参加者"}


def moodle(
    book: Gradebook,
    language: Language,
    worksheet: Path | None = None,
    cells: Cells | None = None,
    most: float | None = None,
) -> Returned:
    """Give Moodle's grading worksheet with grades and comments.

    Args:
        book: its students are called as in Moodle's download: Full name_12345.
        language: of the comments, and of the columns where there is no worksheet.
        worksheet: as downloaded from Moodle, which then gives the columns, their language, the
            times and the highest grade, to which scores are scaled; without it new columns.
        cells: decides between what is there and ours; left out: what others wrote is kept.
        most: the highest grade, if it is not the worksheet's.

    Raises:
        GradebookError: no student has a number, or the worksheet is none.
    """
    cells = cells or Cells()
    known = platform.numbered(book, "Moodle")
    rows = known.rows
    if worksheet is None:
        return _new_worksheet(book, known, language, cells, most)
    table = platform.table(worksheet)
    header = table[0]
    identifier = platform.column(header, ID, worksheet)
    grade = platform.column(header, GRADE, worksheet)
    highest = platform.optional(header, MOST)
    comment = platform.optional(header, COMMENT)
    filled: list[sheet.Cells] = [list(header)]
    strangers, commented = [], []
    for line in table[1:]:
        line = [*line, *[""] * (len(header) - len(line))]
        found = re.search(r"(\d+)$", line[identifier])
        row = rows.get(found[1]) if found else None
        if row is not None and found:
            scale = most or (returned.value(line[highest]) if highest is not None else None)
            ours = book.scaled(row, scale or None)
            line[grade] = cells.grade(found[1], row.student, line[grade], ours)
            if comment is not None:
                told = comments.html(row, book, language)
                if cells.may_comment(line[comment], told):
                    line[comment] = told
                elif line[comment] != told:
                    commented.append(row.student)
        elif any(cell.strip() for cell in line):
            strangers.append(line[identifier])
        filled.append(list(line))
    absent = [row.student for number, row in rows.items() if number not in cells.grades]
    return Returned(
        sheet.dumps(filled),
        cells.grades,
        (*known.without, *absent),
        tuple(strangers),
        tuple(commented),
        known.doubled,
    )


def _new_worksheet(
    book: Gradebook,
    known: platform.Numbered,
    language: Language,
    cells: Cells,
    most: float | None,
) -> Returned:
    index = 1 if language == "ja" else 0
    columns = (ID, NAME, GRADE, MODIFIED, COMMENT)
    table: list[sheet.Cells] = [[names[index] for names in columns]]
    for number, row in known.rows.items():
        identifier = f"{PARTICIPANT[language]}{number}"
        grade = cells.grade(number, row.student, "", book.scaled(row, most))
        comment = comments.html(row, book, language)
        table.append([identifier, platform.name(row), grade, "-", comment])
    return Returned(sheet.dumps(table), cells.grades, known.without, doubled=known.doubled)
