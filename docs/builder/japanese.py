"""Join what the lines of a Japanese source part: a line break there is no space between words."""

from __future__ import annotations

import re

KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.S)
WIDE = r"[\u2026\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
BROKEN = re.compile(rf"({WIDE}(?:</\w+>)*)\n[ \t]*(?=(?:<\w[^>]*>)*{WIDE})")
# After a stop or a bracket there is room enough, whatever follows.
STOPPED = re.compile(r"([、。（）「」：](?:</\w+>)*)\n[ \t]*(?=[\w<`])")


def join(page: str) -> str:
    """Give a page without the spaces that browsers make of line breaks within Japanese."""
    parts = KEPT.split(page)
    parts[::3] = [STOPPED.sub(r"\1", BROKEN.sub(r"\1", part)) for part in parts[::3]]
    del parts[2::3]  # the names of the kept elements
    return "".join(parts)
