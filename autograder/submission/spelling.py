"""The encoding of an archive's names, which old tools do not write into it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# In CP932 one letter of Western Europe and the letter behind it look like one Japanese character
# within a Latin word; Japanese names seldom have a single character between Latin letters.
WITHIN_A_WORD = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f](?=[A-Za-z/_.\- ]|$)")
FOREIGN = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True)
class Spelling:
    """How the names of one archive are read where they are no UTF-8.

    Attributes:
        is_japanese: as Windows in Japan writes them, and not as it does in Western Europe.
    """

    is_japanese: bool = True

    @classmethod
    def of(cls, names: Iterable[bytes]) -> Spelling:
        """Return what most names of an archive were written in."""
        japanese = western = 0
        for name in set(names):
            if name.isascii() or _utf8(name) is not None:
                continue
            text = _cp932(name)
            if text is None or len(WITHIN_A_WORD.findall(text)) * 2 > len(FOREIGN.findall(text)):
                western += 1
            else:
                japanese += 1
        return cls(japanese >= western)

    def read(self, name: bytes) -> str:
        """Return a name as it was meant."""
        text = _utf8(name)
        if text is None and self.is_japanese:
            text = _cp932(name)
        return name.decode("cp437") if text is None else text


def _utf8(name: bytes) -> str | None:
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _cp932(name: bytes) -> str | None:
    try:
        return name.decode("cp932")
    except UnicodeDecodeError:
        return None
