"""A verdict and a class as terminal text: compact, coloured, plain when piped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from autograder.course.lessons import lesson
from autograder.language import Language, Text, _
from autograder.report.numbers import number, percent, score
from autograder.report.outcomes import OUTCOMES
from autograder.report.visible import visible, visible_line
from autograder.report.wrapping import wrapped
from autograder.verdict import CheckResult, Outcome, Verdict
from autograder.verdict.gradebook import Gradebook, Mark

STYLES = {
    Outcome.PASSED: "green",
    Outcome.FAILED: "bold red",
    Outcome.SKIPPED: "yellow",
    Outcome.ERROR: "bold magenta",
}
SAW, HINT, LINE, READ = _("saw"), _("hint"), _("line"), _("read")
NOTE, PRINTED = _("note"), _("printed")
OUTCOME_INDENT, DETAIL_INDENT = 2, 7
PRINTED_LINES = 8
TOGETHER = 3


@dataclass(frozen=True)
class Line:
    """A label and its words, indented under what they belong to.

    An address stays in one piece: cut at the terminal's width, it could not be followed.
    """

    indent: int
    label: Styled
    words: Styled
    is_address: bool = False

    @property
    def margin(self) -> int:
        """How many columns stand before the words."""
        return self.indent + self.label.cell_len

    def __str__(self) -> str:
        head = " " * self.indent + self.label.plain
        return "\n".join(
            (head if not number else " " * self.margin) + line
            for number, line in enumerate(self.words.plain.split("\n"))
        ).rstrip()


def text(verdict: Verdict, language: Language = "en", site: str = "") -> str:
    """Return a verdict as plain text, one line for each thing said, however long.

    Args:
        verdict: what is told.
        language: in which.
        site: the address of the course site, to name the lesson about a misconception.
    """
    return "\n".join(str(line) for line in _lines(verdict, language, site)) + "\n"


def show(
    verdict: Verdict,
    language: Language = "en",
    console: Console | None = None,
    site: str = "",
) -> None:
    """Print a verdict: in colour and wrapped on a terminal, as plain text elsewhere."""
    console = console or Console()
    if not console.is_terminal:
        console.print(
            text(verdict, language, site), end="", markup=False, highlight=False, soft_wrap=True
        )
        return
    for line in _lines(verdict, language, site):
        if line.is_address:
            console.print(str(line), style="dim", markup=False, highlight=False, soft_wrap=True)
            continue
        grid = Table.grid()
        grid.add_column(width=line.margin, no_wrap=True)
        grid.add_column(overflow="fold")
        words = wrapped(line.words, console.width - line.margin)
        grid.add_row(Styled(" " * line.indent) + line.label, words)
        console.print(grid if line.margin else line.words)


def brief(verdict: Verdict, language: Language = "en") -> Styled:
    """Return an exercise's name and score as one line."""
    colour = "magenta" if verdict.needs_review else "green" if verdict.is_full else "yellow"
    heading = Styled(visible_line(verdict.exercise), "bold")
    return heading.append(f": {score(verdict).to(language)}", colour)


def table(book: Gradebook, language: Language = "en", rows: int = 60) -> Table:
    """Return a class as a table: a row for each student, the first so many, and the averages."""
    exercises, there = book.exercises, book.handed_in
    drawn = Table(header_style="bold", pad_edge=False, box=None)
    drawn.add_column(_("student").to(language), overflow="fold")
    for exercise in exercises:
        drawn.add_column(visible_line(exercise), justify="right", overflow="fold")
    drawn.add_column(_("total").to(language), justify="right")
    for row in there[:rows]:
        drawn.add_row(
            Styled(visible_line(row.student)),
            *(_cell(row.marks.get(exercise)) for exercise in exercises),
            _cell(book.total(row)),
        )
    left = len(there) - rows
    if left > 0:
        drawn.add_row(_("… and {count} more").format(count=left).to(language), style="dim")
    drawn.add_section()
    drawn.add_row(
        _("average").to(language),
        *(_average(book, exercise) for exercise in exercises),
        _average(book),
        style="dim",
    )
    return drawn


def _lines(verdict: Verdict, language: Language, site: str) -> Iterator[Line]:
    """Return what is said about a verdict, from its score to what the code printed."""
    yield Line(0, Styled(), brief(verdict, language))
    for note in verdict.notes:
        yield _detail(OUTCOME_INDENT, NOTE, Styled(visible(note.to(language))), language)
    for _outcome, group in groupby(verdict.checks, key=lambda check: check.outcome):
        checks = tuple(group)
        is_brief = len(checks) >= TOGETHER
        for check in checks:
            yield from _check(verdict, check, language, is_brief, site)
    if verdict.output:
        yield _detail(OUTCOME_INDENT, PRINTED, _printed(verdict.output, language), language)


def _check(
    verdict: Verdict, check: CheckResult, language: Language, is_brief: bool, site: str
) -> Iterator[Line]:
    """Return a check's title, and what a student should know unless it passed.

    Of many checks that were not reached, brief, the titles are enough.
    """
    feedback = check.feedback
    label = _padded(OUTCOMES[check.outcome], list(OUTCOMES.values()), language)
    style = STYLES[check.outcome]
    yield Line(OUTCOME_INDENT, Styled(label, style), Styled(visible_line(check.title.to(language))))
    if check.outcome is Outcome.PASSED or (is_brief and check.outcome is Outcome.SKIPPED):
        return
    if feedback.message:
        yield _detail(DETAIL_INDENT, SAW, Styled(visible(feedback.message.to(language))), language)
    if feedback.line:
        code = _source_line(verdict.source, feedback.line)
        yield _detail(DETAIL_INDENT, LINE, Styled(f"{feedback.line}: {code}", "dim"), language)
    if feedback.hint:
        hint = Styled(visible(feedback.hint.to(language)), "cyan")
        yield _detail(DETAIL_INDENT, HINT, hint, language)
    if feedback.misconception and site:
        address = lesson(verdict.exercise, feedback.misconception, site).to(language)
        read = _detail(DETAIL_INDENT, READ, Styled(address, "dim"), language)
        yield replace(read, is_address=True)


def _detail(indent: int, label: Text, words: Styled, language: Language) -> Line:
    """Return one labelled line; the words of all labels of its kind line up."""
    family = [NOTE, PRINTED] if indent == OUTCOME_INDENT else [SAW, HINT, LINE, READ]
    return Line(indent, Styled(_padded(label, family, language), "dim"), words)


def _padded(label: Text, family: list[Text], language: Language) -> str:
    """Return a label as wide as the widest of its family, and a space, in terminal columns."""
    gap = 2 if SAW in family else 1
    width = max(cell_len(word.to(language)) for word in family) + gap
    word = label.to(language)
    return word + " " * (width - cell_len(word))


def _printed(output: str, language: Language) -> Styled:
    """Return the first lines of what the code printed."""
    lines = visible(output).rstrip("\n").split("\n")
    shown = Styled("\n".join(lines[:PRINTED_LINES]), "dim")
    if len(lines) > PRINTED_LINES:
        more = _("… and {count} more lines").format(count=len(lines) - PRINTED_LINES)
        shown.append(f"\n{more.to(language)}", "dim italic")
    return shown


def _source_line(source: str, line: int) -> str:
    lines = source.splitlines()
    return visible_line(lines[line - 1].strip()) if line <= len(lines) else ""


def _cell(mark: Mark | None) -> Styled:
    """Return a mark; blank where nothing was handed in, a question mark where it is open."""
    if mark is None:
        return Styled("–", "dim")
    if mark.needs_review:
        return Styled("?", "bold magenta")
    full = mark.score == mark.points
    style = "green" if full else "red" if not mark.score else ""
    late = f" −{number(mark.taken_off)}" if mark.taken_off else ""
    return Styled(f"{number(mark.score)} / {number(mark.points)}{late}", style)


def _average(book: Gradebook, exercise: str | None = None) -> str:
    """Return the average share of the points, over the marks that are settled."""
    marks = [mark for mark in book.marks(exercise) if not mark.needs_review]
    return percent(sum(mark.score for mark in marks), sum(mark.points for mark in marks))
