"""The folder that a grading run writes: what lies where, whatever the students are called."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from filelock import FileLock, Timeout

from autograder.language import UserError, _
from autograder.verdict import Verdict, VerdictError, files

# What no file system of ours takes in a name, and the percent sign that stands for it.
RESERVED = frozenset('%/\\:*?"<>|')


class ResultsError(UserError):
    """A results folder that cannot be written; the message says which, why, and what to do."""


def file_name(name: str) -> str:
    """Return the name as one path component that every system takes; no two names share one.

    Letters of every script, digits, spaces and most signs stay; the rest is percent-encoded.
    """
    name = name.encode("utf-8", "replace").decode("utf-8")
    safe = "".join(
        quote(letter, safe="") if letter in RESERVED or not letter.isprintable() else letter
        for letter in name
    )
    if not safe:
        return "%"
    if safe[0] in ". ~" or files.DEVICES.match(safe):
        safe = f"%{ord(safe[0]):02X}{safe[1:]}"
    if safe[-1] in ". ":
        safe = f"{safe[:-1]}%{ord(safe[-1]):02X}"
    return safe if len(safe.encode("utf-8")) <= files.LONGEST_NAME else _shortened(safe)


def _shortened(name: str) -> str:
    """Cut a long name, and set its digest in place of what was cut."""
    digest = hashlib.sha256(name.encode("utf-8")).hexdigest()[:16]
    kept = name.encode("utf-8")[: files.LONGEST_NAME - 20].decode("utf-8", "ignore")
    return f"{kept}%~{digest}"


@dataclass(frozen=True)
class Results:
    """A results folder: verdicts/STUDENT/EXERCISE.json, and what is rendered from them."""

    folder: Path

    @property
    def index(self) -> Path:
        """The class page."""
        return self.folder / "index.html"

    @property
    def gradebook(self) -> Path:
        """The table of scores."""
        return self.folder / "gradebook.csv"

    @property
    def run(self) -> Path:
        """What is known about the run itself: when, how long, with which versions."""
        return self.folder / "run.json"

    @property
    def deadlines(self) -> Path:
        """The deadlines by which the class was last judged."""
        return self.folder / "deadlines.toml"

    @property
    def adjustments(self) -> Path:
        """What people decided about scores."""
        return self.folder / "adjustments.toml"

    def verdict(self, student: str, exercise: str) -> Path:
        """Say where a verdict file lies."""
        return self._own("verdicts", file_name(student), f"{file_name(exercise)}.json")

    def kept(self, student: str, exercise: str, written: datetime) -> Path:
        """Say where a verdict lies that another one has replaced."""
        name = f"{written:%Y-%m-%dT%H-%M-%S.%fZ}.json"
        return self._own("history", file_name(student), file_name(exercise), name)

    def histories(self, student: str) -> Path:
        """Say where a student's verdicts lie that others have replaced."""
        return self._own("history", file_name(student))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other runs from writing here for the while; a run that is killed lets go.

        Raises:
            ResultsError: another run writes here.
        """
        lock = FileLock(self.folder / ".lock")
        try:
            lock.acquire(timeout=0)
        except Timeout as fault:
            raise ResultsError(
                _(
                    "{folder}: another run writes its results there now; "
                    "wait until it has ended, or name another folder with --output"
                ).format(folder=self.folder)
            ) from fault
        except NotImplementedError:  # a file system without locks, as some network shares are
            yield
            return
        try:
            yield
        finally:
            lock.release()

    def sweep(self) -> None:
        """Remove what a run that was killed left half written."""
        for pattern in ("verdicts/*/.*", "history/*/*/.*"):
            for path in self.folder.glob(pattern):
                path.unlink(missing_ok=True)

    def page(self, student: str) -> Path:
        """Say where a student's page lies."""
        return self._own("feedback", f"{file_name(student)}.html")

    def _own(self, *steps: str) -> Path:
        """Return a way below the folder that leads through no link, wherever that would go.

        Raises:
            ResultsError: somebody has put a link there.
        """
        path = self.folder
        for step in steps:
            path = path / step
            if path.is_symlink():
                raise ResultsError(
                    _(
                        "{path} is a link, and results are not written through links; remove it"
                    ).format(path=path)
                )
        return path

    @property
    def verdict_files(self) -> Iterator[Path]:
        """Every verdict file, in any order."""
        return self.folder.glob("verdicts/*/*.json")

    def require(self) -> None:
        """Make sure that there are verdicts.

        Raises:
            VerdictError: there are none.
        """
        if next(self.verdict_files, None) is None:
            raise VerdictError(
                _("{folder}: no verdicts here; give a folder that `autograder grade` wrote").format(
                    folder=self.folder
                )
            )

    def verdicts(self) -> Iterator[Verdict]:
        """Read every verdict file, one student after the other.

        Raises:
            VerdictError: a file is no verdict; the message names it.
        """
        for path in sorted(self.verdict_files):
            try:
                yield Verdict.loads(path.read_text(encoding="utf-8"))
            except (VerdictError, OSError, UnicodeDecodeError) as fault:
                raise VerdictError(_("{path}: {reason}").format(path=path, reason=fault)) from fault
