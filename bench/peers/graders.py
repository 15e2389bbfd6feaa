"""How each grader is installed, given a class, and run over it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import recording, students
from bench.measuring import processor_seconds

from . import notebooks

# What is measured; the rest of each environment is what these pins want.
REQUIREMENTS = {
    "pytest": ("pytest==9.2.0",),
    "nbgrader": ("nbgrader==0.9.6",),
    "otter": ("otter-grader==7.0.0", "ipykernel==7.4.0"),
}


@dataclass(frozen=True)
class Grader:
    """One way to grade a class.

    Attributes:
        name: how the results call it.
        measure: grades the first so many students, and gives the processor seconds.
    """

    name: str
    measure: Callable[[int], float]


def install(name: str) -> Path:
    """Give the folder of the programs of a peer's environment, made at the first time."""
    folder = students.CACHE / "environments" / name
    done = folder / " ".join(REQUIREMENTS[name])
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet"]
        pinned = ["--constraint", students.ROOT / "constraints.txt"]
        subprocess.run([*pip, *pinned, "--editable", students.ROOT], check=True)
        subprocess.run([*pip, *pinned, *REQUIREMENTS[name]], check=True)
        done.touch()
    return folder / "bin"


def ours(count: int, *options: str) -> float:
    """Grade with Kobai, locked down, one submission at a time; the results stay in a folder."""
    folder = students.written(count)
    command = [
        sys.executable,
        "-m",
        "bench.ours",
        folder,
        students.place() / "results" / f"{count}",
        *options,
    ]
    return processor_seconds(command)


def whole_command(count: int) -> float:
    """Grade with the command, which also writes the gradebook and every page of feedback."""
    folder = students.written(count)
    results = students.place() / "results" / f"pages-{count}"
    shutil.rmtree(results, ignore_errors=True)
    command = [sys.executable, "-m", "autograder", "grade", folder, "--output", results]
    return processor_seconds([*command, "--processes", "1", "--quiet"])


def floor(count: int, *options: str) -> float:
    """Make the same calls in forked processes, and nothing else."""
    command = [sys.executable, "-m", "bench.floor", recording.sessions(count)]
    return processor_seconds([*command, *options])


def calls(count: int) -> float:
    """Make the same calls in one process for all."""
    return floor(count, "--together")


def fresh_pytest(count: int) -> float:
    """Start a pytest process for each student."""
    programs = install("pytest")
    folder = students.written(count)
    test = students.ROOT / "bench" / "peers" / "test_submission.py"
    without = ["-p", "no:cacheprovider", "-p", "no:kobai"]
    command = [programs / "python", "-m", "pytest", "-q", *without]
    seconds = 0.0
    with tempfile.TemporaryDirectory() as place:  # some save figures where they run
        for own in sorted(folder.iterdir()):
            told = {"SUBMISSION": str(own)}
            seconds += processor_seconds([*command, test], Path(place), told, expected=(0, 1))
    return seconds


def nbgrader(count: int) -> float:
    """Run nbgrader's autograde over the whole class."""
    programs = install("nbgrader")
    course = students.place() / "nbgrader" / f"{count}"
    environment = _jupyter(programs)
    if not course.exists():
        _write(course / "source" / "minimum" / "minimum.ipynb", notebooks.nbgrader(None))
        for number in range(count):
            own = course / "submitted" / students.name(number) / "minimum" / "minimum.ipynb"
            _write(own, notebooks.nbgrader(students.submissions(number)))
        processor_seconds(
            [programs / "nbgrader", "generate_assignment", "minimum"], course, environment
        )
    command = [programs / "nbgrader", "autograde", "minimum", "--force"]
    return processor_seconds(command, course, environment)


def otter(count: int) -> float:
    """Call otter's own function for each notebook, in one process."""
    programs = install("otter")
    folder = students.place() / "otter" / f"{count}"
    environment = _jupyter(programs)
    if not folder.exists():
        for number in range(count):
            own = notebooks.otter(students.submissions(number))
            _write(folder / f"{students.name(number)}.ipynb", own)
        for name in students.EXERCISES:
            (folder / "tests").mkdir(exist_ok=True)
            (folder / "tests" / f"{name}.py").write_text(notebooks.otter_test(name))
        zipped = ["--no-environment", "--no-requirements", "--tests-dir", "tests"]
        processor_seconds(
            [programs / "otter", "generate", *zipped, "--output-path", "autograder.zip"],
            folder,
            environment,
        )
    command = [programs / "python", "-m", "bench.peers.otter_all", "autograder.zip"]
    return processor_seconds([*command, *sorted(folder.glob("*.ipynb"))], folder, environment)


GRADERS: Mapping[str, Grader] = {
    grader.name: grader
    for grader in (
        Grader("calls", calls),
        Grader("floor", floor),
        Grader("ours", ours),
        Grader("whole command", whole_command),
        Grader("pytest", fresh_pytest),
        Grader("nbgrader", nbgrader),
        Grader("otter", otter),
    )
}


def _jupyter(programs: Path) -> dict[str, str]:
    """Give an environment in which the peer's kernel is found first, and no one's settings."""
    home = {
        name: str(students.CACHE / "jupyter") for name in ("HOME", "IPYTHONDIR", "JUPYTER_DATA_DIR")
    }
    path = os.pathsep.join([str(programs), os.environ["PATH"]])
    return {**home, "PATH": path, "MPLBACKEND": "agg"}


def _write(path: Path, notebook: Mapping[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(notebooks.dumps(notebook), encoding="utf-8")


def names(chosen: Sequence[str]) -> Sequence[str]:
    """Give the graders to run: those that were chosen, or all."""
    return chosen or list(GRADERS)
