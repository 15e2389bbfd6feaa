"""From bytes to text: find the encoding of a file, so that everyone reads the same program."""

from __future__ import annotations

import codecs
import re

from autograder.language import Text, _, plain

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# What a declaration may ask for, beside UTF-8: encodings in which ASCII is itself.
DECLARED = {
    "cp932": "CP932 (Shift_JIS)",
    "shift_jis": "CP932 (Shift_JIS)",
    "euc_jp": "EUC-JP",
    "iso8859-1": "Latin-1",
    "iso8859-15": "Latin-9",
    "cp1252": "Windows-1252",
}
# PEP 263, https://peps.python.org/pep-0263/: one of the first two lines.
COOKIE = re.compile(r"^([ \t\f]*#.*?coding[:=][ \t]*)([-\w.]+)", re.ASCII)
BLANK = re.compile(r"^[ \t\f]*(?:#.*)?$")
HALF_WIDTH = re.compile("[\uff61-\uff9f]")
KANA = re.compile("[\u3041-\u30ff\u3001\u3002]")
# What Python's CP932 makes of bytes that no Japanese character has.
NOT_JAPANESE = re.compile("[\x80\xa0\ue000-\ue757\uf8f0-\uf8f3]")
# What people in Western Europe type into a program, beside ASCII.
WESTERN = re.compile(
    "[\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013\u2014\u2018-\u201e\u2026\u20ac\xa1-\xff]"
)
# As a share of the characters; beyond it the bytes are no text.
MOST_WESTERN = 0.3


class EncodingError(Exception):
    """Bytes that are no text in any encoding that we know."""


def text(data: bytes) -> tuple[str, tuple[Text, ...]]:
    """Return the text of a Python file, its line ends normal, and notes on what was converted.

    A declaration of another encoding is rewritten, so that whoever reads the text again
    (a parser, an interpreter, an editor) reads the same program.

    Raises:
        EncodingError: none of the encodings fits.
    """
    decoded, name = _decode(data)
    notes = []
    if name != "UTF-8":
        notes.append(
            _("The file was saved as {encoding}; it was converted to UTF-8.").format(encoding=name)
        )
    decoded = decoded.replace("\r\n", "\n").replace("\r", "\n")
    decoded, cookie = _without_cookie(decoded)
    if cookie and name == "UTF-8":
        notes.append(
            _(
                "The first lines declare the encoding {cookie}, but the file was read as UTF-8."
            ).format(cookie=cookie)
        )
    return decoded, tuple(notes)


def _decode(data: bytes) -> tuple[str, str | Text]:
    for mark, encoding, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            label = _("{encoding} with a byte order mark").format(encoding=name)
            return _strictly(data[len(mark) :], encoding), label
    # Its bytes are all ASCII, so that UTF-8 would take them for something else.
    if b"\x1b$B" in data or b"\x1b$@" in data:
        return _strictly(data, "iso2022_jp"), "ISO-2022-JP (JIS)"
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _decode_legacy(data)


def _decode_legacy(data: bytes) -> tuple[str, str]:
    declared = _declared(data)
    if declared in DECLARED:
        encoding = "cp932" if declared == "shift_jis" else declared
        return _strictly(data, encoding), DECLARED[declared]
    readings = []
    for encoding in ("cp932", "euc_jp"):
        try:
            reading = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not NOT_JAPANESE.search(reading):
            readings.append((_strangeness(reading), encoding, reading))
    if not readings:
        return _western(data), "Windows-1252 (Latin-1)"
    _worst, encoding, reading = min(readings)
    return reading, DECLARED[encoding]


def _western(data: bytes) -> str:
    reading = _strictly(data, "cp1252")
    rest = [letter for letter in reading if not letter.isascii()]
    if len(rest) > MOST_WESTERN * len(reading) or not all(map(WESTERN.match, rest)):
        raise EncodingError
    return reading


def _strangeness(reading: str) -> int:
    """Return how unlike Japanese a reading is: kana in half width come from guessing wrong."""
    return len(HALF_WIDTH.findall(reading)) - len(KANA.findall(reading))


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise EncodingError from fault


def _declared(data: bytes) -> str | None:
    """Return the normal name of the encoding that the first two lines declare, if known."""
    lines = re.split(rb"\r\n|\r|\n", data[:4096], maxsplit=2)[:2]
    _lines, cookie = _without_cookie("\n".join(line.decode("latin-1") for line in lines))
    try:
        return codecs.lookup(str(cookie)).name if cookie else None
    except LookupError:
        return None


def _without_cookie(source: str) -> tuple[str, Text | None]:
    """Rewrite a declaration of anything but UTF-8; give it too."""
    lines = source.split("\n", 2)
    for index, line in enumerate(lines[:2]):
        found = COOKIE.match(line)
        if found:
            if _is_utf8(found[2]):
                return source, None
            lines[index] = f"{found[1]}utf-8{line[found.end() :]}"
            return "\n".join(lines), plain(found[2])
        if not BLANK.match(line):
            break
    return source, None


def _is_utf8(name: str) -> bool:
    try:
        return codecs.lookup(name).name == "utf-8"
    except LookupError:
        return False
