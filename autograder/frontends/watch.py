"""Files watched for saves, so that a student sees the verdict of what they just wrote."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from rich.console import Console
from rich.text import Text as Styled

from autograder import report
from autograder.course import Course
from autograder.frontends import local, workplace
from autograder.language import Language, _, joined
from autograder.sandbox.kind import Kind
from autograder.sandbox.trusted.kinds import opener
from autograder.verdict import Verdict

INTERVAL = 0.04  # seconds; a save is taken up after one to two of them
PAGE = "feedback.html"

Pause = Callable[[float], None]


def follow(
    place: Path,
    course: Course,
    language: Language,
    console: Console | None = None,
    pause: Pause = time.sleep,
) -> None:
    """Show the verdict on a file, or on every exercise of a folder, at every save until Ctrl+C.

    The page with the pictures lies where the system keeps what is there for a while only, never
    beside the work, which is handed in as it lies there. It goes when this ends.

    Raises:
        SubmissionError: there is no such place.
        ExerciseError: the file is named after no exercise.
    """
    console = console or Console()
    work = workplace.look(place, course)
    if not work.files:
        _say_that_it_waits(place, course, language, console)
    order = list(course.exercises)
    verdicts: dict[str, Verdict] = {}
    prepared = cache(lambda folder: opener(Kind.TRUST, folder=folder))
    drawn: report.Drawn = {}
    with tempfile.TemporaryDirectory(prefix="kobai-") as folder:

        def draw(saved: Sequence[Path]) -> None:
            for file in saved:
                verdicts[file.stem] = local.check_file(
                    file, course, drawn.__setitem__, lambda folder: prepared(folder.resolve())()
                )
            there = sorted(verdicts.values(), key=lambda one: order.index(one.exercise))
            report.redraw(
                there,
                saved[-1].stem,
                Path(folder) / PAGE,
                language,
                console,
                drawn,
                course.settings.public_site,
            )

        watch(work.places, draw, pause)


def watch(
    files: Sequence[Path],
    once_changed: Callable[[Sequence[Path]], None],
    pause: Pause = time.sleep,
) -> None:
    """Call once_changed now and after every save of a file, until Ctrl+C."""
    try:
        for saved in saves(files, pause):
            once_changed(saved)
    except KeyboardInterrupt:
        return


def saves(files: Sequence[Path], pause: Pause = time.sleep) -> Iterator[tuple[Path, ...]]:
    """Yield the files that are there, the one saved last at the end; then those saved, for ever.

    Editors write in several ways: in place, in two goes, by moving a new file over the old one.
    So a save counts when the file is there and has not changed from one look to the next.
    """
    told: dict[Path, Stamp] = {}
    before: dict[Path, Stamp] = {}
    while True:
        now = {file: stamp for file in files if (stamp := _stamp(file)) is not None}
        settled = [
            file
            for file, stamp in now.items()
            if stamp == before.get(file) and stamp != told.get(file)
        ]
        if settled and all(now[file] == before.get(file) for file in now):
            told |= {file: now[file] for file in settled}
            yield tuple(sorted(settled, key=now.__getitem__))
            continue
        before = now
        pause(INTERVAL)


Stamp = tuple[int, int]


def _stamp(file: Path) -> Stamp | None:
    """Return the time of the last change in nanoseconds and the size; None without a file."""
    try:
        state = file.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def _say_that_it_waits(place: Path, course: Course, language: Language, console: Console) -> None:
    """Say at once that there is nothing yet, and what is waited for."""
    waiting = _("It is checked as soon as you save it; Ctrl+C ends.")
    said = joined((workplace.nothing_in(place, course), waiting))
    console.print(Styled(said.to(language)), soft_wrap=True)
