"""Students' strings as text that can do no harm: every invisible or acting sign is shown."""

from __future__ import annotations

import json
import re
import unicodedata

# Control characters (with those that begin ANSI codes), marks that turn the direction of writing,
# signs without width, line separators, lone surrogates, noncharacters and tags. Joiners stay:
# names and emoji need them.
NONCHARACTERS = "".join(
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    f"\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e0fff{NONCHARACTERS}]"
)
CONTROL_PICTURES = 0x2400
DELETE = 0x7F


def visible(words: str) -> str:
    """Return the words with every acting sign as a picture of itself, and plain line ends."""
    return ACTING.sub(_picture, words.replace("\r\n", "\n"))


def visible_line(words: str) -> str:
    """Return the words as one line: a line end and a tab are shown too."""
    return visible(words).replace("\n", "⏎").replace("\t", " ")


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(CONTROL_PICTURES + code)
    return "␡" if code == DELETE else f"⟨U+{code:04X}⟩"


def escaped(text: str) -> str:
    """Return JSON with escapes in place of letters that order or hide others in a terminal."""
    return "".join(
        json.dumps(letter)[1:-1] if unicodedata.category(letter) == "Cf" else letter
        for letter in text
    )
