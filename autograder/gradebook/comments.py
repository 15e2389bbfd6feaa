"""What a student reads in a learning platform's comment field: short, the same as everywhere."""

from __future__ import annotations

from html import escape

from autograder.gradebook.sheet import number
from autograder.language import Language, Text, _
from autograder.verdict import CheckResult, Outcome, Verdict
from autograder.verdict.gradebook import Gradebook, Row

LONGEST = 4000
SHOWN = (Outcome.FAILED, Outcome.ERROR)


def plain(row: Row, book: Gradebook, language: Language) -> str:
    """Return all the exercises of a student as plain text, also those that were not handed in."""
    return _cut("\n\n".join(_exercise(row, name, book, language) for name in book.exercises))


def html(row: Row, book: Gradebook, language: Language) -> str:
    """Return the same for a field that holds HTML; nothing in it is taken for HTML."""
    return escape(plain(row, book, language)).replace("\n", "<br>")


def lines(verdict: Verdict, row: Row, language: Language) -> list[str]:
    """Return one exercise: the score, then each check that failed with its hint."""
    if verdict.needs_review:
        said = [
            _("{exercise}: not graded yet; your teacher looks at it").format(
                exercise=verdict.exercise
            )
        ]
    else:
        said = [
            _("{exercise}: {score} of {points} points").format(
                exercise=verdict.exercise,
                score=number(verdict.score),
                points=number(verdict.points),
            )
        ]
    late = row.late.get(verdict.exercise)
    if late:
        said.append(late.text)
    said.extend(verdict.notes)
    for check in verdict.checks:
        said.extend(_told(check))
    return [text.to(language) for text in said]


def _exercise(row: Row, exercise: str, book: Gradebook, language: Language) -> str:
    if exercise in row.verdicts:
        return "\n".join(lines(row.verdicts[exercise], row, language))
    missing = _("{exercise}: not handed in; 0 of {points} points").format(
        exercise=exercise, points=number(book.points[exercise])
    )
    return missing.to(language)


def _told(check: CheckResult) -> list[Text]:
    if check.outcome not in SHOWN:
        return []
    feedback = check.feedback
    told = [_("- {title}").format(title=check.title)]
    if feedback.message:
        told.append(_("  saw: {message}").format(message=feedback.message))
    if feedback.hint:
        told.append(_("  hint: {hint}").format(hint=feedback.hint))
    return told


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
