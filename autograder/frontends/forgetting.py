"""A student who has left: everything that results hold of them goes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from autograder.frontends import adjusting
from autograder.gradebook import GradebookError, adjustments, class_of, people, returned, roster
from autograder.language import Language, _
from autograder.verdict.results import Results


def forget(
    results: Results,
    student: str,
    language: Language,
    site: str = "",
    course: Path | None = None,
) -> None:
    """Remove a student's verdicts, their history, page, decisions, and every note about them.

    The course's roster, where there is one, says from then on that they have left, unless the
    results know the same person by another name.

    Raises:
        GradebookError: nobody is called so here.
        OSError: something cannot be removed.
    """
    known = class_of(results)
    place = results.verdict(student, "any").parent
    if student not in known.students and not place.exists():
        near = get_close_matches(student, known.students, 3, 0.5) or known.students[:10]
        raise GradebookError(
            _("no student is called {name}; there are: {names}").format(
                name=student, names=", ".join(near) or "–"
            )
        )
    with results.held():
        for folder in (place, results.histories(student)):
            if folder.exists():
                shutil.rmtree(folder)
        results.page(student).unlink(missing_ok=True)
        roster.save(
            replace(
                known,
                students=tuple(one for one in known.students if one != student),
                times={who: time for who, time in known.times.items() if who != student},
                late={key: one for key, one in known.late.items() if key[0] != student},
                left_out=tuple(one for one in known.left_out if one.student != student),
                sections={who: one for who, one in known.sections.items() if who != student},
            ),
            results.folder / roster.NAME,
        )
        adjustments.forget(results.adjustments, student)
        returned.forget(results.folder, student)
        others = [one for one in known.students if one != student]
        person = known.people.of(student)
        if person is not None and not any(known.people.of(one) == person for one in others):
            people.remove(results.folder / people.NAME, student)
            if course is not None:
                people.leave(course / people.NAME, student)
    if next(results.verdict_files, None) is not None:
        adjusting.show(results, language, site)
