"""From a notebook to a program: its code cells in order, without what only IPython understands."""

from __future__ import annotations

import ast
import json
import re
from typing import Any

from autograder.language import Text, UserError, _

# A gigabyte of objects fits into 20 MB of JSON: count what would be built before building it.
MOST_NODES = 2_000_000
MAGIC_CELL = re.compile(r"\s*%%(\w+)")
# These run the rest of their cell as Python, so that only the line itself goes.
PYTHON_MAGICS = {"time", "timeit", "capture", "prun"}
MAGIC_LINE = re.compile(r"^(\s*)(?:%{1,2}\w|!|\?\w|\w[\w.]*\s*=\s*[%!]\w|[%\w.]+\?{1,2}\s*$)")

# What a release puts into a student's notebook; whoever grades it runs the checks already.
OURS = re.compile(r"^(?=(?:%load_ext|from) autograder\.notebook\b)", re.MULTILINE)


class NotebookError(UserError):
    """A notebook that cannot be read; ``text`` says why."""


def program(content: str) -> tuple[str, tuple[Text, ...]]:
    """Give the program of a notebook's JSON text, and notes on what was left out.

    Magics and shell commands become comments, so that a line of a cell stays a line of the
    program. Outputs, pictures and markdown are not looked at.

    Raises:
        NotebookError: it is no notebook, or too involved to read.
    """
    require_modest(content)
    try:
        notebook = json.loads(content)
    except (ValueError, RecursionError) as fault:
        raise NotebookError(
            _("The notebook is damaged ({reason}). Open it in Jupyter and save it again.").format(
                reason=type(fault).__name__
            )
        ) from fault
    left_out: list[str] = []
    cells = [_python(source, left_out) for source in _code_cells(notebook)]
    notes: tuple[Text, ...] = ()
    if left_out:
        shown = ", ".join(dict.fromkeys(left_out))
        notes = (_("Left out, as only Jupyter understands it: {lines}").format(lines=_cut(shown)),)
    return "\n\n\n".join(cells) + "\n" if cells else "", notes


def require_modest(content: str) -> None:
    """Refuse JSON that would become too many objects, by its commas and brackets."""
    outside = "".join(content.replace("\\\\", "").replace('\\"', "").split('"')[::2])
    if sum(outside.count(mark) for mark in "[{,:") > MOST_NODES:
        raise NotebookError(
            _("The notebook holds too much to read. Clear its outputs and hand it in again.")
        )


def _code_cells(notebook: Any) -> list[str]:
    if not isinstance(notebook, dict):
        raise NotebookError(_("The file is JSON, but no notebook."))
    cells = notebook.get("cells")
    if cells is None:  # format 3 and before: the cells lie in worksheets
        sheets = notebook.get("worksheets")
        cells = [
            cell
            for sheet in (sheets if isinstance(sheets, list) else [])
            for cell in (sheet.get("cells", []) if isinstance(sheet, dict) else [])
        ]
    if not isinstance(cells, list) or not cells:
        raise NotebookError(_("The notebook has no cells."))
    return [
        _joined(cell.get("source", cell.get("input", "")))
        for cell in cells
        if isinstance(cell, dict) and cell.get("cell_type") == "code"
    ]


def _joined(source: Any) -> str:
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    text = source if isinstance(source, str) else ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _python(cell: str, left_out: list[str]) -> str:
    """Give a cell with its magics commented out; what parses as Python is left as it is."""
    cell = OURS.sub("# ", cell.rstrip("\n"))
    magic = MAGIC_CELL.match(cell)
    if magic and magic[1] not in PYTHON_MAGICS:
        left_out.append(f"%%{magic[1]}")
        return "\n".join(f"# {line}" for line in cell.split("\n"))
    if _is_python(cell):
        return cell
    return "\n".join(_commented(line, left_out) for line in cell.split("\n"))


def _commented(line: str, left_out: list[str]) -> str:
    found = MAGIC_LINE.match(line)
    if not found:
        return line
    indent, rest = found[1], line[len(found[1]) :]
    left_out.append(rest.strip())
    # Inside a block a comment alone would leave it empty.
    return f"{indent}pass  # {rest}" if indent else f"# {rest}"


def _is_python(cell: str) -> bool:
    if not any(mark in cell for mark in "%!?"):
        return True
    try:
        ast.parse(cell)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _cut(shown: str, most: int = 200) -> str:
    return shown if len(shown) <= most else shown[: most - 1] + "…"
