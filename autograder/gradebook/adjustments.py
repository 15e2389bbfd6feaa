"""`adjustments.toml` in a folder of results: every decision about a score, the newest last."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from autograder.gradebook.table import GradebookError
from autograder.language import _
from autograder.verdict import files
from autograder.verdict.adjustments import Adjustment, Deed

HEADING = "# Decisions about scores, the newest last; `autograder adjust` adds to them.\n"
TEXTS = ("student", "exercise", "deed", "because", "check", "by", "when")
NUMBERS = ("amount", "graded")
REQUIRED = ("student", "exercise", "deed", "because")


def read(path: Path) -> tuple[Adjustment, ...]:
    """Return every decision; none where there is no file.

    Raises:
        GradebookError: the file is no list of decisions; the message says which line or entry.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as fault:
        raise GradebookError(
            _("{path} cannot be read: {reason}").format(path=path, reason=fault)
        ) from fault
    entries = content.pop("adjustment", [])
    if content or not isinstance(entries, list):
        raise GradebookError(
            _("{path}: only [[adjustment]] entries stand there, not {names}").format(
                path=path, names=", ".join(content) or "adjustment"
            )
        )
    return tuple(_read(entry, number, path) for number, entry in enumerate(entries, start=1))


def _read(entry: Any, number: int, path: Path) -> Adjustment:
    """Read one entry, like a form: each field known, each of its kind."""
    reason = _fault(entry)
    if reason:
        raise GradebookError(
            _("{path}, adjustment {number}: {reason}").format(
                path=path, number=number, reason=reason
            )
        )
    return Adjustment(**{**entry, "deed": Deed(entry["deed"])})


def _fault(entry: Any) -> str:
    if not isinstance(entry, dict):
        return f"{entry!r}"
    for name, value in entry.items():
        kind = str if name in TEXTS else (int, float) if name in NUMBERS else ()
        if not isinstance(value, kind) or isinstance(value, bool):
            return f"{name} = {value!r}"
    missing = [name for name in REQUIRED if name not in entry]
    if missing:
        return f"{', '.join(missing)} = ?"
    if entry["deed"] not in tuple(Deed):
        return f"deed = {entry['deed']!r} ({', '.join(Deed)})"
    if entry["deed"] in (Deed.CHANGE, Deed.SCORE) and "amount" not in entry:
        return "amount = ?"
    return ""


def add(path: Path, adjustment: Adjustment) -> None:
    """Write one more decision behind the others, whose lines stay as they are.

    Raises:
        GradebookError: the file that lies there is no list of decisions.
        OSError: it cannot be written.
    """
    read(path)
    before = path.read_text(encoding="utf-8") if path.exists() else HEADING
    files.write(path, f"{before.rstrip()}\n\n[[adjustment]]\n" + "".join(_lines(adjustment)))


def forget(path: Path, student: str) -> None:
    """Remove every decision about a student.

    Raises:
        GradebookError: the file is no list of decisions.
        OSError: it cannot be written.
    """
    kept = [one for one in read(path) if one.student != student]
    if len(kept) != len(read(path)):
        entries = ("".join(("\n[[adjustment]]\n", *_lines(one))) for one in kept)
        files.write(path, HEADING + "".join(entries))


def _lines(adjustment: Adjustment) -> Iterator[str]:
    for name in (*TEXTS[:3], "amount", *TEXTS[3:5], "graded", *TEXTS[5:]):
        value = getattr(adjustment, name)
        if value is None or value == "" or (name == "amount" and not _counts(adjustment)):
            continue
        # A JSON string is a TOML string, but for the one control sign that JSON does not escape.
        shown = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        yield f"{name} = {shown}\n"


def _counts(adjustment: Adjustment) -> bool:
    return adjustment.deed in (Deed.CHANGE, Deed.SCORE)
