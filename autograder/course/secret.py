"""The secret of a course, from which its random inputs follow."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from autograder.course.errors import ExerciseError
from autograder.language import _

FILE = ".course-key"
SIZE = 32  # bytes


def read(folder: Path) -> bytes:
    """Return the secret of a course's folder; b"" where none was made yet.

    Raises:
        ExerciseError: the file holds something else.
    """
    file = folder / FILE
    try:
        secret = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        return b""
    except (OSError, ValueError) as fault:
        raise _damaged(file) from fault
    if len(secret) != SIZE:
        raise _damaged(file)
    return secret


def make(folder: Path) -> bytes:
    """Return the secret of a course's folder, made now if there is none, for its owner's eyes only.

    Raises:
        ExerciseError: the file holds something else.
        OSError: it cannot be written.
    """
    try:
        handle = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return read(folder)
    secret = secrets.token_bytes(SIZE)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{secret.hex()}\n")
    return secret


def fingerprint(secret: bytes | None) -> str:
    """Return what tells one secret from another without giving it away; "" at home."""
    return "" if secret is None else hashlib.sha256(secret).hexdigest()[:16]


def seed(secret: bytes | None, exercise: str, check: str, student: str, submission: str) -> int:
    """Return the seed of random inputs.

    Args:
        secret: the course's; None at home, where everyone gets the same inputs every time.
        exercise: its stem.
        check: its name, "" for what all checks share.
        student: whose inputs.
        submission: a digest of what was handed in.
    """
    parts = (exercise, check) if secret is None else (exercise, check, student, submission)
    mark = hmac.new(secret or b"at home", "\0".join(parts).encode("utf-8", "replace"), "sha256")
    return int.from_bytes(mark.digest()[:16], "big")


def _damaged(file: Path) -> ExerciseError:
    return ExerciseError(
        _(
            "{file} does not hold the course's secret; put the file back from a copy, "
            "or remove it: a new one gives every student other inputs"
        ).format(file=file)
    )
