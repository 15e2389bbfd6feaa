"""A student's code as HTML lines, coloured, with the lines that matter marked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from markupsafe import Markup, escape
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from autograder.report.visible import visible

MOST_CHARACTERS = 40_000
LONGEST_LINE = 400
AROUND = 2
# Made once: a formatter writes a style sheet first, also where nobody asks for it.
_HTML = HtmlFormatter(nowrap=True, classprefix="p-")


@dataclass(frozen=True)
class Line:
    """One line of code."""

    number: int
    code: Markup
    is_marked: bool = False


@dataclass(frozen=True)
class Code:
    """A student's code.

    Attributes:
        lines: the lines from the first one on, as many as a page can hold.
        is_whole: whether these are all.
    """

    lines: tuple[Line, ...]
    is_whole: bool

    @classmethod
    def of(cls, source: str, marked: Collection[int] = ()) -> Code:
        """Colour a source; marked are the numbers of the lines that matter."""
        kept = _kept(visible(source.replace("\r\n", "\n").replace("\r", "\n")))
        coloured = _coloured(kept).rstrip("\n").split("\n") if kept.strip() else []
        lines = (
            Line(number, Markup(code), number in marked)
            for number, code in enumerate(coloured, start=1)
        )
        return cls(tuple(lines), is_whole=len(kept) >= len(source))

    def around(self, line: int) -> tuple[Line, ...]:
        """Return the lines around one, that one marked; none, if the code has no such line."""
        if not 1 <= line <= len(self.lines):
            return ()
        return tuple(
            Line(one.number, one.code, one.number == line)
            for one in self.lines[max(line - 1 - AROUND, 0) : line + AROUND]
        )


def _kept(source: str) -> str:
    """Cut what no one reads: the end of a giant file, the end of a giant line."""
    lines = source[:MOST_CHARACTERS].split("\n")
    return "\n".join(
        line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…" for line in lines
    )


def _coloured(source: str) -> str:
    """Colour by Pygments, which escapes what it colours; every line is whole in itself."""
    try:
        lexer = PythonLexer(stripnl=False, ensurenl=True)
        return highlight(source, lexer, _HTML)
    except RecursionError:
        return str(escape(source))
