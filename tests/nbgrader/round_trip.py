"""The real nbgrader commands on a copy of the course: hand out, hand in, grade, hand back."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

COURSE = Path(__file__).parent.parent.parent
ASSIGNMENT = "minimum"


@dataclass
class Classroom:
    """A course, an exchange and the students' homes in one folder, and what nbgrader said."""

    folder: Path
    log: list[str] = field(default_factory=list)
    validated: dict[str, str] = field(default_factory=dict)

    @property
    def course(self) -> Path:
        """The instructor's copy of the course."""
        return self.folder / "course"

    def home(self, student: str) -> Path:
        """A student's own folder."""
        return self.folder / "homes" / student

    def instructor(self, *arguments: str) -> str:
        """Run an nbgrader command as the instructor, in the course."""
        return self._nbgrader(self.course, *arguments)

    def student(self, student: str, command: str) -> str:
        """Run an nbgrader command as a student, in the student's home, which has no settings."""
        return self._nbgrader(
            self.home(student),
            command,
            ASSIGNMENT,
            "--course=kobai",
            f"--student={student}",
            f"--Exchange.cache={self.home(student) / 'cache'}",
        )

    def _nbgrader(self, folder: Path, command: str, *arguments: str) -> str:
        """Run one command and give all that it printed; stop where it fails."""
        folder.mkdir(parents=True, exist_ok=True)
        exchange = f"--Exchange.root={self.folder / 'exchange'}"
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", command, *arguments, exchange],
            cwd=folder,
            env=environment(self.folder),
            capture_output=True,
            text=True,
            timeout=1200,
            check=False,
        )
        said = done.stdout + done.stderr
        self.log.append(f"$ nbgrader {command} {' '.join(arguments)}\n{said}")
        if done.returncode:
            raise AssertionError(f"nbgrader {command} exits {done.returncode}\n{said}")
        return said


def environment(folder: Path) -> dict[str, str]:
    """Give the environment of the commands: a home of their own, and alembic on the PATH.

    nbgrader calls alembic by its bare name, so a virtual environment that is used without being
    activated does not do.
    """
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    home = {name: str(folder / "jupyter") for name in ("HOME", "IPYTHONDIR", "JUPYTER_DATA_DIR")}
    return {**os.environ, **home, "PATH": path, "MPLBACKEND": "agg"}


def open_classroom(folder: Path) -> Classroom:
    """Copy the course as an instructor has it, and make an empty exchange that all may write."""
    kept = shutil.ignore_patterns("__pycache__", ASSIGNMENT)
    for part in ("solutions", "exercises", "autograder/checks"):
        shutil.copytree(COURSE / part, folder / "course" / part, ignore=kept)
    for name in ("course.toml", "nbgrader_config.py"):
        shutil.copy(COURSE / name, folder / "course")
    (folder / "exchange").mkdir()
    (folder / "exchange").chmod(0o777)
    return Classroom(folder)


def hand_in(
    classroom: Classroom,
    student: str,
    answers: dict[str, str],
    before_submit: Callable[[Path], None] | None = None,
) -> None:
    """Fetch, fill in the solution cells and submit, as one student.

    Args:
        classroom: where.
        student: who.
        answers: the code of each exercise, put into its first solution cell; an exercise that is
            not in it stays as it was handed out.
        before_submit: what else the student does in the home folder.
    """
    classroom.student(student, "fetch_assignment")
    for name, code in answers.items():
        path = classroom.home(student) / ASSIGNMENT / f"{name}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("solution"):
                cell.source, code = code, ""
        nbformat.write(notebook, path)
    if before_submit is not None:
        before_submit(classroom.home(student))
    classroom.student(student, "submit")


def at_once(act: Callable[[str], object], students: Iterable[str]) -> None:
    """Let every student act, two at a time; the first failure is raised."""
    with ThreadPoolExecutor(2) as executor:
        list(executor.map(act, students))
