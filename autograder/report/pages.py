"""The HTML pages, one for each student and one for the class: single files that work offline."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from autograder.course.lessons import lesson
from autograder.gradebook.people import People
from autograder.language import SOURCE, Language, _
from autograder.report.alike import Alike
from autograder.report.attention import attention, people
from autograder.report.counts import Counts
from autograder.report.overview import Overview
from autograder.report.pictures import Drawn, draw_now
from autograder.report.pictures.trail import trail
from autograder.report.rendering import render
from autograder.report.run import Run, read_run
from autograder.report.student import show
from autograder.verdict import Verdict, files
from autograder.verdict.adjustments import Adjustments
from autograder.verdict.gradebook import Gradebook, Row
from autograder.verdict.lateness import Late
from autograder.verdict.left_out import LeftOut
from autograder.verdict.results import Results, file_name

# Bytes of a student's page; one with every picture there is has 400,000.
LARGEST = 2_000_000
ACTING_IN_ADDRESS = re.compile(r"[^\w./()~!'-]")


@dataclass(frozen=True)
class Shown:
    """How a class is shown.

    Attributes:
        language: the language that the pages open in; they hold all.
        points: of every exercise, in their order; one that was not handed in counts as well.
        late: what was late; a total is what counts after it.
        students: everyone who was seen, also those of whom nothing could be graded.
        site: the address of the course site, to link to; "" gives no links.
        left_out: the files that were handed in but not graded.
        sections: of the students, where the class has them.
        adjustments: what people decided about scores.
        people: who is in the course, if there is a roster.
    """

    language: Language = SOURCE
    points: Mapping[str, float] = field(default_factory=dict)
    late: Late = field(default_factory=dict)
    students: tuple[str, ...] = ()
    site: str = ""
    left_out: tuple[LeftOut, ...] = ()
    sections: Mapping[str, str] = field(default_factory=dict)
    adjustments: Adjustments = field(default_factory=dict)
    people: People = field(default_factory=People)

    def left_out_of(self, student: str) -> list[LeftOut]:
        """Return the files of one student that were not graded."""
        return [one for one in self.left_out if one.student == student]


def write(results: Results, verdicts: Iterable[Verdict], shown: Shown | None = None) -> Gradebook:
    """Write every student's page and the class page, and return the gradebook that they show.

    Args:
        results: the results folder; run.json is read from it if it is there.
        verdicts: those of one student one after the other, as `Results.verdicts` gives them.
        shown: how; by default what run.json knows.

    Raises:
        ValueError: a student's verdicts came apart.
        OSError: a page cannot be written.
    """
    run = read_run(results.run)
    shown = shown or Shown(points=run.exercises)
    counts, same, rows = Counts(), Alike(), dict[str, Row]()
    for student, group in groupby(verdicts, key=lambda verdict: verdict.student):
        if student in rows:
            raise ValueError(f"the verdicts of {student!r} do not stand together")
        own = tuple(group)
        for verdict in own:
            counts.add(verdict)
            same.add(verdict)
        rows[student] = Row.of(student, own, shown.late)
        files.write(results.page(student), _whole_or_lean(own, shown), durable=False)
    for student in sorted(set(shown.students) - set(rows)):
        files.write(results.page(student), empty_page(student, shown), durable=False)
    book = Gradebook.of_rows(
        rows.values(), shown.points, shown.students, shown.sections, shown.adjustments
    )
    files.write(results.index, class_page(book, counts, shown, results, run, same), durable=False)
    return book


def _whole_or_lean(verdicts: Sequence[Verdict], shown: Shown) -> str:
    """Return a student's page; without code and pictures, where those cannot be shown."""
    try:
        whole = page(verdicts, shown)
    except Exception:  # one student's picture ends no class
        logging.getLogger(__name__).warning("%s", verdicts[0].student, exc_info=True)
    else:
        if len(whole.encode()) <= LARGEST:
            return whole
    said = _("this page is without your code, its output and pictures: they could not be shown")
    lean = [replace(one.lean(), notes=(*one.notes, said)) for one in verdicts]
    return page(lean, shown)


def page(
    verdicts: Sequence[Verdict],
    shown: Shown | None = None,
    *,
    is_watching: bool = False,
    drawn: Drawn | None = None,
) -> str:
    """Return the page of one student, from all verdicts of theirs.

    Args:
        verdicts: those of the student, at least one.
        shown: how.
        is_watching: whether the page follows what `live` writes beside it, while it is open.
        drawn: the figures that the code draws now, passed or not.
    """
    shown = shown or Shown()
    row = Row.of(verdicts[0].student, verdicts, shown.late)
    return _page(row, verdicts, shown, is_watching=is_watching, drawn=drawn)


def empty_page(student: str, shown: Shown) -> str:
    """Return the page of a student who handed in nothing that could be graded."""
    return _page(Row(student), (), shown)


def _page(
    row: Row,
    verdicts: Sequence[Verdict],
    shown: Shown,
    *,
    is_watching: bool = False,
    drawn: Drawn | None = None,
) -> str:
    book = Gradebook.of_rows([row], shown.points, adjustments=shown.adjustments)
    row = book.rows[0]
    total = book.total(row)
    ordered = sorted(verdicts, key=lambda verdict: book.exercises.index(verdict.exercise))
    return render(
        "student.html",
        shown.language,
        student=row.student,
        total=total,
        trail=trail(total.score / total.points if total.points else 0.0),
        shown=show(ordered, shown.late, shown.site),
        missing=[name for name in book.exercises if name not in row.marks],
        marks=row.marks,
        adjusted=[
            name for name in book.exercises if name in row.marks and row.marks[name].adjustments
        ],
        points=book.points,
        left_out=shown.left_out_of(row.student),
        is_watching=is_watching,
        drawn=draw_now(drawn or {}),
    )


def class_page(
    book: Gradebook,
    counts: Counts,
    shown: Shown,
    places: Results,
    run: Run | None = None,
    same: Alike | None = None,
) -> str:
    """Return the class page, its links beside the students' pages of that results folder."""
    return render(
        "class.html",
        shown.language,
        book=book,
        counts=counts,
        overview=Overview.of(book, counts),
        attention=list(attention(book, places)),
        people=list(people(shown.people, [row.student for row in book.handed_in])),
        run=run or Run(),
        alike=(same or Alike()).groups,
        left_out=sorted(shown.left_out, key=lambda one: (one.student, one.path)),
        silent=[row.student for row in book.rows if not row.marks],
        lesson=lambda exercise, key: lesson(exercise, key, shown.site),
        anchor=lambda count: f"m-{file_name(count.exercise)}-{file_name(count.key)}",
        link=lambda student: _address(places.page(student).relative_to(places.folder)),
        is_watching=False,
    )


def _address(path: Path) -> str:
    """Return a relative address; letters of every script may stand in it as they are."""
    return ACTING_IN_ADDRESS.sub(lambda match: quote(match[0]), path.as_posix())
