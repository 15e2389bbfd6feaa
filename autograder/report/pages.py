"""The HTML pages, one for each student and one for the class: single files that work offline."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from autograder.language import Language
from autograder.report.rendering import render
from autograder.report.tally import Tally
from autograder.results import Results
from autograder.verdict import Verdict


def write(
    results: Path,
    verdicts: Iterable[Verdict],
    language: Language = "en",
    exercises: Sequence[str] = (),
) -> Tally:
    """Write every student's page and the class page, and give what was counted.

    Args:
        results: the results folder; run.json is read from it if it is there.
        verdicts: those of one student one after the other, as `Results.verdicts` gives them.
        language: the language that the pages open in; they hold both.
        exercises: the order of the exercises; others follow as they come.

    Raises:
        ValueError: a student's verdicts came apart.
        OSError: a page cannot be written.
    """
    places = Results(results)
    tally = Tally(exercises)
    for student, group in groupby(verdicts, key=lambda verdict: verdict.student):
        if student in tally.students:
            raise ValueError(f"the verdicts of {student!r} do not stand together")
        own = sorted(group, key=lambda verdict: _place(verdict.exercise, exercises))
        for verdict in own:
            tally.add(verdict)
        _put(places.page(student), page(own, language, back="../index.html"))
    _put(places.index, class_page(tally, language, places))
    return tally


def page(verdicts: Sequence[Verdict], language: Language = "en", back: str = "") -> str:
    """Give the page of one student, from all verdicts of theirs, in the order given."""
    tally = Tally.of(verdicts)
    student = verdicts[0].student
    return render(
        "student.html",
        language,
        student=student,
        verdicts=verdicts,
        total=tally.total(student),
        back=back,
    )


def class_page(tally: Tally, language: Language, places: Results) -> str:
    """Give the class page."""
    return render(
        "class.html",
        language,
        tally=tally,
        run=_run(places.run),
        link=lambda student: quote(places.page(student).relative_to(places.folder).as_posix()),
    )


def _place(exercise: str, exercises: Sequence[str]) -> tuple[int, str]:
    """Give what puts an exercise in its order, unknown ones last."""
    return (exercises.index(exercise) if exercise in exercises else len(exercises), exercise)


def _run(path: Path) -> Mapping[str, Any]:
    """Read what is known about the run; nothing, if nothing was written."""
    if not path.is_file():
        return {}
    content = json.loads(path.read_text(encoding="utf-8"))
    return content if isinstance(content, dict) else {}


def _put(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="\n")
