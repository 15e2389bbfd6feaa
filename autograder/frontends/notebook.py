"""check() in a notebook: the same checks and feedback, ending in a float that nbgrader takes."""

from __future__ import annotations

import html
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from autograder import report
from autograder.course import Course
from autograder.course.exercise import ExerciseError
from autograder.frontends import local, ready
from autograder.language import Language, _, preferred
from autograder.sandbox.worker.execution import Files
from autograder.sandbox.worker.stand_in import StandIns
from autograder.submission import Submission, cells, read
from autograder.submission.beside import imported, in_folder, read_whole, with_beside
from autograder.submission.slices import needed
from autograder.verdict import Verdict

OURS = "autograder.notebook"
# The frame is as high as what is in it, also once something in it is unfolded: what lies below an
# edge is not seen. No script runs within, so that it may be measured from without.
FIT = (
    "const all = this.contentDocument.documentElement;"
    "const fit = () => { this.style.height = '0'; this.style.height = all.scrollHeight + 'px'; };"
    "fit(); all.addEventListener('toggle', fit, true);"
)
# Where a shell keeps which cell each of its runs was of.
REMEMBERED = "_autograder_cells"
GRADED_IN = ("autograded", "submitted")


@dataclass(frozen=True)
class Shown:
    """A verdict as a notebook shows it: a page in a frame, and text where there is none.

    Attributes:
        verdict: on the public checks.
        language: that the page opens in.
        drawn: the figures of the functions, which the page shows also where all is well.
        site: the address of the course site, to link to.
    """

    verdict: Verdict
    language: Language
    drawn: report.Drawn = field(default_factory=dict)
    site: str = ""

    def __repr__(self) -> str:
        return report.text(self.verdict, self.language, self.site)

    def _repr_html_(self) -> str:
        page = report.page(
            [self.verdict], report.Shown(self.language, site=self.site), drawn=self.drawn
        )
        return (
            f'<iframe srcdoc="{html.escape(page)}" sandbox="allow-popups allow-same-origin" '
            f'onload="{FIT}" style="width:100%;height:32em;border:0" title="feedback"></iframe>'
        )


# What nbgrader had judged last, in the cell before.
_LAST: list[tuple[Submission, Shown]] = []


def check(name: str, hidden: bool = False) -> float:
    """Check the cells of this notebook that were run so far, and show what to try next.

    Where nbgrader grades, the notebook is read as it was handed in, as by `autograder grade`, so
    that both give it the same inputs and the same points.

    Args:
        name: the exercise.
        hidden: count the hidden checks, on the instructor's machine, instead of the public ones.

    Returns:
        The points earned by those checks: what an autograded cell of nbgrader must end in.

    Raises:
        ExerciseError: there is no such exercise, or, for hidden checks, no solutions above here.
    """
    from IPython import get_ipython
    from IPython.display import display as show

    folder = Path.cwd()
    handed_in = _neighbours(folder) / f"{name}.ipynb"
    graded = hidden or bool(_student(folder) and _above(folder))
    course = Course.at(_course_above(folder)).sealed() if graded else Course.around(folder)
    if graded and _student(folder) and handed_in.is_file():
        submission = read_whole(handed_in, tuple(course.exercises), _student(folder), name)
    else:
        submission = _submission(_sources(get_ipython()), name, folder, course)
    judged = (_judged if graded else _checked)(submission, folder, course)
    checks = tuple(one for one in judged.verdict.checks if one.hidden is hidden)
    if not hidden:
        asked = replace(judged.verdict, checks=checks)
        show(replace(judged, verdict=asked))  # type: ignore[no-untyped-call]
    return float(sum(result.score for result in checks))


def _judge(
    submission: Submission, folder: Path, course: Course, opened: local.Open | None = None
) -> Shown:
    """Return the verdict on what was read, with all that a notebook shows of it."""
    drawn: report.Drawn = {}
    verdict = local.check_submission(
        submission, folder, course, _neighbours(folder), drawn.__setitem__, opened
    )
    return Shown(verdict, preferred(), drawn, course.settings.public_site)


def _checked(submission: Submission, folder: Path, course: Course) -> Shown:
    """Return the same for a student at work, who is going to ask again."""
    figures = "matplotlib" in submission.source
    count = 1 + sum(name in imported(submission.source) for name in course.exercises)
    opened = partial(ready.opened, figures=figures, count=count)
    try:
        return _judge(submission, folder, course, opened)
    finally:
        ready.again()  # only now, so that they do not compete with those at work


def _judged(submission: Submission, folder: Path, course: Course) -> Shown:
    """Return the same, judged once for both cells in which nbgrader counts the points."""
    if submission not in (one for one, _shown in _LAST):
        _LAST[:] = [(submission, _judge(submission, folder, course))]
    return _LAST[0][1]


def load_ipython_extension(shell: Any) -> None:
    """Let `%load_ext autograder.notebook` make the other exercises importable in a notebook.

    An exercise is the student's own notebook beside this one; where there is none, its functions
    say so when they are called. The cell may be run again, as after a new notebook was begun.
    """

    def forget(*_result: object) -> None:
        shell.extension_manager.loaded.discard(OURS)  # IPython would refuse the second time
        shell.events.unregister("post_run_cell", forget)

    shell.events.register("post_run_cell", forget)
    _remember(shell)
    folder = _neighbours(Path.cwd())
    functions = Course.around(folder).functions
    notebooks = {name: folder / f"{name}.ipynb" for name in functions}
    sources = {name: read(file).source for name, file in notebooks.items() if file.is_file()}
    missing = {name: names for name, names in functions.items() if not sources.get(name)}
    finders = (Files, StandIns)
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, finders)]
    sys.meta_path += [Files(sources), StandIns(missing, _not_there)]


def _not_there(module: str, function: str, *_arguments: object) -> NoReturn:
    """Say that a function of another exercise is not there to be called."""
    words = _("{function} is in {module}.ipynb, which is not here yet: write it first")
    raise NotImplementedError(words.format(function=function, module=module).to(preferred()))


def _submission(sources: Sequence[str], name: str, folder: Path, course: Course) -> Submission:
    """Return the cells that were run as a submission, with what they bring along."""
    blank = Submission(_student(folder), name, folder / f"{name}.ipynb", "")
    try:
        found = cells.of_sources(sources, name)
    except cells.NotebookError as fault:
        return replace(blank, problem=fault.text)
    source = needed(found.source, course.exercises[name].functions)
    submission = replace(blank, source=source, notes=found.notes, modules=found.modules)
    return with_beside(submission, in_folder(folder / f"{name}.ipynb"), tuple(course.exercises))


def _sources(shell: Any) -> list[str]:
    """Return the last run of each cell, in the order of those runs, those of ours left out.

    A kernel that does not name its cells, as that of nbgrader's executor, gives every run.
    """
    last: dict[object, str] = {}
    names = _cells_of(shell)
    for number, source in enumerate(shell.user_ns["In"]):
        if source and OURS not in source:
            name = names.get(number) or number
            last.pop(name, None)
            last[name] = source
    return list(last.values())


def _cells_of(shell: Any) -> dict[int, str]:
    """Return which cell each run was of, as far as `remember` has seen them."""
    seen = getattr(shell, REMEMBERED, {})
    return seen if isinstance(seen, dict) else {}


def _remember(shell: Any) -> None:
    """Let the shell keep, from now on, which cell each run is of."""
    if hasattr(shell, REMEMBERED):
        return
    seen: dict[int, str] = {}
    setattr(shell, REMEMBERED, seen)

    def before(info: Any) -> None:
        cell = getattr(info, "cell_id", None)
        if cell and getattr(info, "store_history", True):
            # Where the run will stand in `In`; versions differ on when they count it.
            seen[len(shell.user_ns["In"])] = cell

    shell.events.register("pre_run_cell", before)


def _neighbours(folder: Path) -> Path:
    """Return where the student's other notebooks lie: nbgrader runs each in a new folder.

    When it runs the first of them the others are not there yet, only in what was handed in.
    """
    running, handed_in = GRADED_IN
    for above in (folder, *folder.parents):
        if above.name == running:
            place = above.with_name(handed_in) / folder.relative_to(above)
            return place if place.is_dir() else folder
    return folder


def _student(folder: Path) -> str:
    """Return the student whose notebook nbgrader runs, from where it runs it."""
    for part, following in zip(folder.parts, folder.parts[1:], strict=False):
        if part in GRADED_IN:
            return following
    return ""


def _course_above(folder: Path) -> Path:
    """Return the course's folder, which is above the one where nbgrader runs a notebook."""
    if above := _above(folder):
        return above
    raise ExerciseError(
        _("{folder}: no solutions/checks above here; hidden checks cannot run").format(
            folder=folder
        )
    )


def _above(folder: Path) -> Path | None:
    """Return the nearest folder from here up that holds hidden checks."""
    around = (folder, *folder.parents)
    return next((above for above in around if (above / "solutions" / "checks").is_dir()), None)
