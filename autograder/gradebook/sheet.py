"""Tables as CSV that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

# A spreadsheet takes these for the start of a formula, in full width too.
# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = frozenset("=+-@＝＋－＠|%")
BEHIND = re.compile(r"(;)(\s*[=+\-@＝＋－＠|%])")
NAMED = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
JAPANESE = re.compile(r"[\u3040-\u30ff]|[\u4e00-\u9fff]{2}|氏名|評点")
Cells = list[str | float | None]


def guarded(text: str) -> str:
    """Return a cell's text so that no spreadsheet takes it for a formula, on one line at a time.

    What stands before the first visible character does not count: a spreadsheet skips it too.
    """
    kept = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs") or c == "\n")
    # Where a semicolon parts cells, as in much of Europe, what is behind one begins a cell too.
    kept = BEHIND.sub(r"\1'\2", kept)
    visible = [c for c in kept if not c.isspace() and unicodedata.category(c)[0] != "C"]
    # One sign alone is a platform's way to say "nothing".
    return f"'{kept}" if len(visible) > 1 and visible[0] in FORMULA else kept


def number(value: float) -> str:
    """Return a score: two decimals at most, none where there are none."""
    return f"{round(value, 2):.2f}".rstrip("0").rstrip(".")


def dumps(rows: Iterable[Sequence[str | float | None]], *, mark: bool = False) -> bytes:
    """Give rows as CSV in UTF-8, RFC 4180.

    Args:
        rows: texts, which are guarded; numbers; None for an empty cell.
        mark: begin with a byte order mark, by which Excel knows that it is UTF-8.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    for row in rows:
        writer.writerow(
            guarded(cell) if isinstance(cell, str) else "" if cell is None else number(cell)
            for cell in row
        )
    return buffer.getvalue().encode("utf-8-sig" if mark else "utf-8")


def loads(data: bytes) -> list[list[str]]:
    """Read a CSV that a platform or a spreadsheet wrote, whatever its encoding and separator.

    Raises:
        ValueError: it is no text, or no table.
    """
    text = _text(data)
    if not text.strip() or "\0" in text:
        raise ValueError("empty, or no text")
    first, _line, rest = text.partition("\n")
    if named := NAMED.fullmatch(first.strip()):  # Excel's own line, which is no row of the table
        separator, text = named[1], rest
    else:
        separator = max(",;\t", key=first.count)
    try:
        return [
            row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if row
        ]
    except csv.Error as fault:
        raise ValueError(str(fault)) from fault


def read(path: Path) -> list[list[str]]:
    """Read a CSV file; see ``loads``."""
    return loads(path.read_bytes())


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError:
        return data.decode("cp1252")
    # In much of Europe a byte is a letter; read as Japanese, such letters give odd signs alone.
    return text if JAPANESE.search(text) else data.decode("cp1252")
