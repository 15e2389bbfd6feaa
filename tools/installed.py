"""What an installed wheel must do, tried in an empty environment of the Python that runs this."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STUDENTS = ("article-mended-1", "another-style")
EXERCISE = "numerical_gradient"
# What a Python or a repository would lend to an environment that should be empty.
LENT = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")


class NotAsItShouldBeError(Exception):
    """What the installed package did not do."""


def main(arguments: Sequence[str]) -> int:
    """Install the wheel of the named folder, check a file, and grade a class; return the status."""
    (folder,) = arguments
    wheel = next(Path(folder).resolve().glob("*.whl"), None)
    if wheel is None:
        print(f"no wheel in {folder}: run `make dist`", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as place:
        try:
            _try(wheel, Path(place))
        except NotAsItShouldBeError as fault:
            print(fault, file=sys.stderr)
            return 1
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"{wheel.name}: installed, checks and grades with Python {version} on {sys.platform}")
    return 0


def _try(wheel: Path, place: Path) -> None:
    environment = place / "environment"
    venv.create(environment, with_pip=True)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    _run(place, 0, programs / "python", "-m", "pip", "install", "--quiet", wheel)
    autograder = programs / "autograder"
    _run(place, 0, autograder, "--version")

    stub, right = place / "stub", place / "right"
    for folder, source in ((stub, "exercises"), (right, "solutions")):
        folder.mkdir()
        shutil.copy(ROOT / source / f"{EXERCISE}.py", folder)
    _run(place, 1, autograder, "check", stub / f"{EXERCISE}.py")
    _run(place, 0, autograder, "check", right / f"{EXERCISE}.py")

    course, handed_in, results = place / "course", place / "submissions", place / "results"
    for name in ("solutions", "autograder/checks"):
        shutil.copytree(ROOT / name, course / name)
    shutil.copy(ROOT / "course.toml", course)
    for student in STUDENTS:
        shutil.copytree(ROOT / "examples" / "class" / student, handed_in / student)
    grade = ("grade", handed_in, "--course", course, "--output", results, "--sandbox", "trust")
    _run(place, 0, autograder, *grade)
    with (results / "gradebook.csv").open(encoding="utf-8-sig", newline="") as table:
        graded = {row["student"]: float(row["total"]) for row in csv.DictReader(table)}
    if set(graded) != set(STUDENTS) or not all(total > 0 for total in graded.values()):
        raise NotAsItShouldBeError(f"the gradebook says {graded}")


def _run(place: Path, expected: int, *command: str | Path) -> None:
    """Run a command away from the repository; it must end with that status."""
    own = {name: value for name, value in os.environ.items() if name not in LENT}
    own |= {"PYTHONUTF8": "1"}  # so that what is printed can be read here, whatever the code page
    done = subprocess.run(
        [*map(str, command)], cwd=place, env=own, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode != expected:
        line = " ".join(map(str, command))
        raise NotAsItShouldBeError(
            f"{line}\nended with {done.returncode}, not {expected}:\n{done.stdout}{done.stderr}"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
