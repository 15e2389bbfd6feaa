"""Where work is handed in: a folder with receipts, an archive, nbgrader's exchange."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.frontends.hand_in.package import HandInError, Parcel
from autograder.language import _
from autograder.submission import students
from autograder.submission.layouts import ATTEMPT, RECEIPT
from autograder.verdict import files

MOST_ATTEMPTS = 9999
# The collecting folder's group, the course's staff, reads along; other students do not.
FOLDER = 0o750
FILE = 0o640
EXCHANGE_SECONDS = 120
GRAVE = re.compile(r"(?:ERROR|CRITICAL)\](.*)")


@dataclass(frozen=True)
class Receipt:
    """What was handed in, when, and as which attempt."""

    student: str
    attempt: int
    time: datetime
    place: Path
    digests: Mapping[str, str]

    def to_json(self) -> dict[str, Any]:
        """Return the content of receipt.json."""
        return {
            "version": 1,
            "student": self.student,
            "attempt": self.attempt,
            "time": self.time.isoformat(),
            "files": [{"name": name, "sha256": digest} for name, digest in self.digests.items()],
        }


def to_folder(parcel: Parcel, place: Path, student: str, now: datetime) -> Receipt:
    """Put a new attempt into place/STUDENT/attempt-0001, and keep every earlier one.

    Raises:
        HandInError: the place is no folder, or may not be written.
    """
    if not place.is_dir():
        raise HandInError(
            _("{place} is no folder. Ask your teacher where work is handed in.").format(place=place)
        )
    own = place / students.safe(student)
    try:
        own.mkdir(mode=FOLDER, exist_ok=True)
        waiting = Path(tempfile.mkdtemp(prefix=".attempt-", dir=own))
        try:
            return _settled(parcel, own, waiting, student, now)
        finally:
            shutil.rmtree(waiting, ignore_errors=True)
    except OSError as fault:
        raise HandInError(
            _("{place} cannot be written: {reason}. Nothing was handed in.").format(
                place=own, reason=fault.strerror
            )
        ) from fault


def to_zip(parcel: Parcel, path: Path) -> Path:
    """Write one archive to upload, under a name that no file has yet."""
    free = path
    for number in range(2, MOST_ATTEMPTS):
        if not free.exists():
            break
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for item in parcel.items:
            info = zipfile.ZipInfo(item.name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, item.data)
    try:
        files.write(free, buffer.getvalue())
    except OSError as fault:
        raise HandInError(
            _("{place} cannot be written: {reason}. Nothing was handed in.").format(
                place=free, reason=fault.strerror
            )
        ) from fault
    return free


def to_exchange(
    parcel: Parcel, course: str, assignment: str, student: str, settings: Sequence[str] = ()
) -> str:
    """Submit to nbgrader's exchange with nbgrader itself, and give what it said.

    Args:
        parcel: what to hand in.
        course: nbgrader's name of the course.
        assignment: nbgrader's name of the assignment.
        student: the student's id.
        settings: more of nbgrader's options, such as --Exchange.root=FOLDER.

    Raises:
        HandInError: nbgrader is not installed, or it refuses; with its own last words.
    """
    with tempfile.TemporaryDirectory() as folder:
        inside = Path(folder, assignment)
        inside.mkdir()
        for item in parcel.items:
            (inside / item.name).parent.mkdir(parents=True, exist_ok=True)
            (inside / item.name).write_bytes(item.data)
        command = [sys.executable, "-m", "nbgrader", "submit", assignment, f"--course={course}"]
        try:
            done = subprocess.run(
                [*command, f"--student={student}", *settings],
                cwd=folder,
                capture_output=True,
                text=True,
                timeout=EXCHANGE_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as fault:
            raise HandInError(
                _("nbgrader did not answer: {reason}").format(reason=fault)
            ) from fault
    said = (done.stdout + done.stderr).strip()
    if done.returncode:
        raise HandInError(
            _("nbgrader did not take it: {reason}").format(reason=_errors(said) or done.returncode)
        )
    return said


def _settled(parcel: Parcel, own: Path, waiting: Path, student: str, now: datetime) -> Receipt:
    """Write an attempt aside, then give it the next free number in one step."""
    digests = {item.name: item.digest for item in parcel.items}
    for item in parcel.items:
        files.write(waiting / item.name, item.data, mode=FILE)
    taken = [int(found[1]) for path in own.iterdir() if (found := ATTEMPT.match(path.name))]
    for attempt in range(max(taken, default=0) + 1, MOST_ATTEMPTS + 1):
        place = own / f"attempt-{attempt:04d}"
        receipt = Receipt(student, attempt, now, place, digests)
        text = json.dumps(receipt.to_json(), ensure_ascii=False, indent=1)
        files.write(waiting / RECEIPT, f"{text}\n", mode=FILE)
        waiting.chmod(FOLDER)
        try:
            # A folder that has files in it is never replaced: two at once get two numbers.
            os.rename(waiting, place)  # noqa: PTH104 (Path.rename would do the same)
        except FileExistsError:
            continue
        except OSError:
            if place.exists():
                continue
            raise
        return receipt
    raise HandInError(_("There are {count} attempts already.").format(count=MOST_ATTEMPTS))


def _errors(said: str) -> str:
    """Return what nbgrader calls errors, without its prefix and its last word."""
    lines = [found[1].strip() for line in said.splitlines() if (found := GRAVE.search(line))]
    told = [line for line in lines if line and not line.endswith("failed")]
    return " ".join(told) or said[-500:]
