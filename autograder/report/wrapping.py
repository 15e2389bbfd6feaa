"""Words wrapped to a terminal's width, in scripts with and without spaces between words."""

from __future__ import annotations

import re
from itertools import pairwise

from rich.cells import cell_len
from rich.text import Text as Styled

# A run of letters and signs of ASCII is a word; of other scripts every character may end a line,
# but no line begins with one that closes what is before it.
CLOSING = "、。，．」』）】！？：；ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
WORD = re.compile(rf"[!-~]+[{CLOSING}]*|[「『（【]?.[{CLOSING}]*", re.DOTALL)


def wrapped(words: Styled, width: int) -> Styled:
    """Return the words as lines of that width at most; a word that is wider stays whole."""
    return Styled("\n").join(
        piece for line in words.split("\n", allow_blank=True) for piece in _lines(line, width)
    )


def _lines(line: Styled, width: int) -> list[Styled]:
    starts, filled = [0], 0
    for word in WORD.finditer(line.plain):
        size = cell_len(word[0])
        if filled and filled + size > width and not word[0].isspace():
            starts.append(word.start())
            filled = 0
        filled += size
    pieces = [line[start:end] for start, end in pairwise([*starts, len(line.plain)])]
    for piece in pieces:
        piece.rstrip()
    return pieces
