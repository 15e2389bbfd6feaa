"""What is said at the end of a run over a class: what broke, who else is there, what to do next."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from autograder.language import Text, _, plain
from autograder.report.counts import Counts
from autograder.report.visible import visible
from autograder.verdict.gradebook import Gradebook
from autograder.verdict.results import Results

MOST_NAMES = 10


def broken(counts: Counts) -> Iterator[Text]:
    """Yield each check of ours that broke, on whom, and where."""
    for one in counts.broken:
        yield _("our error in {exercise}, check {name} (“{title}”), for {students}:").format(
            exercise=one.exercise, name=one.name, title=one.title, students=_names(one.students)
        )
        yield plain(visible(one.traceback).rstrip())


def others(book: Gradebook, submitted: Collection[str]) -> Iterator[Text]:
    """Yield who is in the results though nothing of theirs was handed in this time, if anyone."""
    names = sorted({row.student for row in book.rows if row.was_handed_in} - set(submitted))
    if names:
        yield _(
            "in the results from before, not in these submissions: {names}; "
            "another class needs another --output"
        ).format(names=_names(names))


def ending(book: Gradebook, results: Results) -> Iterator[Text]:
    """Yield the address to open, then one next step."""
    yield _("The class page: {page}").format(page=results.index.resolve().as_uri())
    if next(book.review, None) is not None:
        yield _("Next: mend what broke, and run the same command again; it grades only those.")
    else:
        yield _(
            "Next: hand back the pages in {folder}, and the grades with `autograder export`."
        ).format(folder=results.folder / "feedback")


def _names(students: Collection[str]) -> str:
    shown = list(students)[:MOST_NAMES]
    return ", ".join([*shown, *(["…"] if len(students) > len(shown) else [])])
