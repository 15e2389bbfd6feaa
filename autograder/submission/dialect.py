"""Syntax that newer versions of Python read, where an older one grades."""

from __future__ import annotations

import ast
import re
import sys
import warnings

from autograder.language import Text, _

# The oldest Python that grades.
OLDEST = (3, 11)
HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"
# What Python 3.11 says of the f-strings of 3.12, https://peps.python.org/pep-0701/.
OF_STRINGS = re.compile(r"f-string expression part cannot include (?:a backslash|'#')")
# The quotation mark of an f-string inside its own braces.
QUOTED = re.compile(r"""\b(?:[rR]?[fF]|[fF][rR])(["']).*\{[^{}]*\1[^{}]*\1[^{}]*\}""")
TYPES = re.compile(r"^\s*(?:type\s+\w+.*=|(?:async\s+)?def\s+\w+\[|class\s+\w+\[)")


def is_newer(reason: str, line: str) -> bool:
    """Return whether a line that this Python cannot read is one that 3.12 or 3.13 may read.

    Args:
        reason: what this Python says.
        line: the text of the line, or "".
    """
    if sys.version_info >= (3, 13):
        return False
    return bool(OF_STRINGS.search(reason) or QUOTED.search(line) or TYPES.match(line))


def advice() -> Text:
    """Return what to do about a line that only a newer Python reads."""
    return _(
        "Python 3.12 and newer may read this line, but here Python {version} reads it: inside the"
        " braces of an f-string use other quotation marks than around it, and leave out `type X ="
        " …` and names in square brackets behind those of functions and classes."
    ).format(version=HERE)


def note(source: str) -> Text | None:
    """Return that a program which this Python reads may be too new for whoever grades, or None."""
    line = _newer_line(source)
    if line is None:
        return None
    return _(
        "Line {line} can be read by Python 3.12 and newer only; whoever grades it may have Python"
        " 3.11."
    ).format(line=line)


def _newer_line(source: str) -> int | None:
    """Return the first line that the oldest Python cannot read, where this one can."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
            ast.parse(source, feature_version=OLDEST)
    except SyntaxError as fault:
        return fault.lineno if "only supported in Python" in fault.msg else None
    except (ValueError, RecursionError, MemoryError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            written = ast.get_source_segment(source, node) or ""
            # Three quotation marks around it let one stand inside in every version.
            if "'''" not in written and '"""' not in written and QUOTED.match(written):
                return node.lineno
    return None
