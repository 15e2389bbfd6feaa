"""How large a program may be before anything of ours parses it; honest ones stay far below."""

from __future__ import annotations

import re

from autograder.language import Text, _

# A solution has 2 KB, a notebook full of experiments 10 KB.
LARGEST_SOURCE = 200 << 10
MOST_LINES = 20_000
# CPython stops at 200 open brackets; those in strings are counted here as well.
DEEPEST = 500
# The parser joins the pieces of an f-string again for each: a thousand take no time, 60,000 do.
MOST_BRACES = 10_000
BRACKET = re.compile(r"[()\[\]{}]")


def refusal(source: str) -> Text | None:
    """Return why a program is not read, in a student's words, or None; in one pass over it."""
    if (
        len(source) > LARGEST_SOURCE
        or len(source.encode("utf-8", "surrogatepass")) > LARGEST_SOURCE
    ):
        return _("The program is too large. Hand in only your program, without data.")
    lines = source.count("\n")
    if lines > MOST_LINES:
        return _("The program has {lines} lines, and at most {most} are read.").format(
            lines=lines, most=MOST_LINES
        )
    if source.count("{") > MOST_BRACES:
        return _("The program has more than {most} braces. Put large tables into a file.").format(
            most=MOST_BRACES
        )
    if _depth(source) > DEEPEST:
        return _("The program has more than {most} brackets open at once.").format(most=DEEPEST)
    return None


def _depth(source: str) -> int:
    """Return how many brackets are open at once, at most, strings and comments included."""
    if sum(source.count(bracket) for bracket in "([{") <= DEEPEST:
        return 0
    depth = deepest = 0
    for bracket in BRACKET.findall(source):
        depth = depth + 1 if bracket in "([{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest
