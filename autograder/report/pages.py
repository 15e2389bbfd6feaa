"""The HTML pages, one for each student and one for the class: single files that work offline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from autograder.course.lessons import lesson
from autograder.gradebook.deadlines import IN_TIME, NEVER, Late
from autograder.language import Language
from autograder.report.overview import Overview
from autograder.report.pictures import Drawn, draw_now
from autograder.report.pictures.hill import hill
from autograder.report.rendering import render
from autograder.report.run import Run, read_run
from autograder.report.student import show
from autograder.report.tally import Tally
from autograder.verdict import Verdict
from autograder.verdict.results import Results, file_name, put

ACTING_IN_ADDRESS = re.compile(r"[^\w./()~!'-]")


def write(
    results: Path,
    verdicts: Iterable[Verdict],
    language: Language = "en",
    exercises: Mapping[str, float] | None = None,
    late: Late = NEVER,
    site: str = "",
) -> Tally:
    """Write every student's page and the class page, and give what was counted.

    Args:
        results: the results folder; run.json is read from it if it is there.
        verdicts: those of one student one after the other, as `Results.verdicts` gives them.
        language: the language that the pages open in; they hold both.
        exercises: the points of every exercise, in their order; if not given, run.json is asked.
        late: what was late.
        site: the address of the course site, to link to; "" gives no links.

    Raises:
        ValueError: a student's verdicts came apart.
        OSError: a page cannot be written.
    """
    places = Results(results)
    run = read_run(places.run)
    exercises = run.exercises if exercises is None else exercises
    tally = Tally(exercises)
    for student, group in groupby(verdicts, key=lambda verdict: verdict.student):
        if student in tally.students:
            raise ValueError(f"the verdicts of {student!r} do not stand together")
        own = tuple(group)
        for verdict in own:
            tally.add(verdict, late.get((student, verdict.exercise), IN_TIME))
        put(places.page(student), page(own, language, exercises, late=late, site=site))
    put(places.index, class_page(tally, language, places, run, site))
    return tally


def page(
    verdicts: Sequence[Verdict],
    language: Language = "en",
    exercises: Mapping[str, float] | None = None,
    is_watching: bool = False,
    late: Late = NEVER,
    drawn: Drawn | None = None,
    site: str = "",
) -> str:
    """Give the page of one student, from all verdicts of theirs.

    Args:
        verdicts: those of the student, at least one.
        language: the language that the page opens in.
        exercises: the points of every exercise, in their order; one that was not handed in is
            named on the page, and its points count.
        is_watching: whether the page loads itself again while the student works elsewhere.
        late: what was late; the total is what counts after it.
        drawn: the figures that the code draws now, passed or not.
        site: the address of the course site, as in `write`.
    """
    student = verdicts[0].student
    tally = Tally.of(verdicts, exercises, late)
    total = tally.total(student)
    ordered = sorted(verdicts, key=lambda verdict: tally.exercises.index(verdict.exercise))
    return render(
        "student.html",
        language,
        student=student,
        total=total,
        hill=hill(total.score / total.points if total.points else 0.0),
        shown=show(ordered, late, site),
        missing=[name for name in tally.exercises if name not in tally.students[student]],
        possible=tally.possible,
        is_watching=is_watching,
        drawn=draw_now(drawn or {}),
    )


def class_page(
    tally: Tally, language: Language, places: Results, run: Run | None = None, site: str = ""
) -> str:
    """Give the class page, its links beside the students' pages of that results folder."""
    return render(
        "class.html",
        language,
        tally=tally,
        overview=Overview.of(tally),
        run=run or Run(),
        lesson=lambda exercise, key: lesson(exercise, key, site),
        anchor=lambda count: f"m-{file_name(count.exercise)}-{file_name(count.key)}",
        link=lambda student: _address(places.page(student).relative_to(places.folder)),
        is_watching=False,
    )


def _address(path: Path) -> str:
    """Give a relative address; letters of every script may stand in it as they are."""
    return ACTING_IN_ADDRESS.sub(lambda match: quote(match[0]), path.as_posix())
