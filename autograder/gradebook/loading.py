"""The gradebook of a folder of results, from the verdict files and the list of the class."""

from __future__ import annotations

from dataclasses import replace

from autograder.gradebook import adjustments, people, roster
from autograder.gradebook.roster import Roster
from autograder.verdict.adjustments import holding
from autograder.verdict.gradebook import Gradebook, of
from autograder.verdict.results import Results


def load(results: Results) -> Gradebook:
    """Gather everyone who was seen, with what counts after the deadlines.

    Raises:
        VerdictError: there is no verdict, or one cannot be read.
        GradebookError: the list of the class is none.
    """
    results.require()
    known = class_of(results)
    return of(
        results.verdicts(),
        known.points,
        known.students,
        known.late,
        known.sections,
        known.adjustments,
    )


def class_of(results: Results) -> Roster:
    """Read the list of the class, with what people decided; an empty one where there is none.

    Raises:
        GradebookError: the file is no list of a class, or holds no adjustments.
    """
    known = roster.load(results.folder / roster.NAME)
    return replace(
        known,
        adjustments=holding(adjustments.read(results.adjustments)),
        people=people.read(results.folder / people.NAME),
    )


def remember(results: Results, newer: Roster) -> None:
    """Add to the list of the class what a run has seen.

    Raises:
        GradebookError: the list that lies there is none.
        OSError: it cannot be written.
    """
    roster.save(class_of(results).joined(newer), results.folder / roster.NAME)
