"""What was found of a class, as a table to look at before anything is graded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.table import Table
from rich.text import Text as Styled

from autograder.language import Language, _
from autograder.report.visible import visible_line
from autograder.submission import Found, Submission

MOST_ROWS = 60
NOTHING = Styled("–", "dim")


def taken(
    found: Found, exercises: Sequence[str], language: Language = "en", rows: int = MOST_ROWS
) -> Table:
    """Return a row for each student, the first so many: what is graded, what was left out.

    The last row counts the files that are there, exercise by exercise, whoever is shown.
    """
    by_key = {(one.student, one.exercise): one for one in found.submissions}
    left = Counter(found.owners.get(str(path), "") for path, _why in found.ignored)
    drawn = Table(header_style="bold", pad_edge=False, box=None)
    drawn.add_column(_("student").to(language), overflow="fold")
    if found.sections:
        drawn.add_column(_("section").to(language), overflow="fold")
    for exercise in exercises:
        drawn.add_column(visible_line(exercise), overflow="fold")
    drawn.add_column(_("left out").to(language), justify="right")
    for student in found.students[:rows]:
        drawn.add_row(
            Styled(visible_line(student)),
            *([Styled(visible_line(found.sections.get(student, "")))] if found.sections else []),
            *(_file(by_key.get((student, exercise)), language) for exercise in exercises),
            Styled(str(left[student])) if left[student] else NOTHING,
        )
    more = len(found.students) - rows
    if more > 0:
        drawn.add_row(_("… and {count} more").format(count=more).to(language), style="dim")
    drawn.add_section()
    counted = Counter(exercise for _student, exercise in by_key)
    drawn.add_row(
        _("{count} in all").format(count=len(found.students)).to(language),
        *([""] if found.sections else []),
        *(str(counted[exercise]) for exercise in exercises),
        str(left.total()),
        style="dim",
    )
    return drawn


def _file(submission: Submission | None, language: Language) -> Styled:
    """Return the kind of the file that is graded, marked where a person has to look at it."""
    if submission is None:
        return NOTHING
    if submission.review is not None:
        return Styled(_("to look at").to(language), "bold magenta")
    if submission.problem is not None:
        return Styled(_("not readable").to(language), "yellow")
    ending = submission.path.suffix if submission.path else ""
    return Styled(visible_line(ending) or "✓", "green")
