"""From a notebook to a program: its code cells in order, as their author sees them work."""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from autograder.language import Text, UserError, _
from autograder.submission import budget, dialect

# A gigabyte of objects fits into 20 MB of JSON: count what would be built before building it.
MOST_NODES = 2_000_000
MAGIC_CELL = re.compile(r"\s*%%(\w+)[ \t]*([^\n]*)")
# These run the rest of their cell as Python, so that only the line itself goes.
PYTHON_MAGICS = {"time", "timeit", "capture", "prun"}
MAGIC_LINE = re.compile(
    r"^(\s*)(?:%{1,2}\w|!|\?{1,2}\s*[\w%]|[\w.\[\]\"', *()]{1,200}=\s*(?:!|%{1,2}[A-Za-z])"
    r"|[%\w.*]+\?{1,2}\s*;?\s*$)"
)
# Commands that a shell of IPython runs without a mark in front, where no variable has the name.
BARE = re.compile(
    r"^(\s*)(?:pip3?|conda|mamba|uv|cd|ls|ll|pwd|cat|cp|mv|mkdir|rm|rmdir|man|more|less|clear"
    r"|matplotlib|load_ext|reload_ext|autoreload|time|timeit|run|who|whos|pylab|config|env|pinfo)"
    r"[ \t]+[\w./~%-]"
)
RUN = re.compile(
    r"^(\s*)%run[ \t]+(?:-\w+[ \t]+)*[\"']?(?:\./)?([^\W\d]\w*)\.(?:ipynb|py)\b[^\n]*$"
)
WRITTEN = re.compile(r"^(?:-a[ \t]+)?[\"']?(?:\./)?([^\W\d]\w*)\.py[\"']?\s*$")

# What a release puts into a student's notebook; whoever grades it runs the checks already.
OURS = re.compile(r"^(?=(?:%load_ext|from) autograder\.notebook\b)", re.MULTILINE)
SETUP_MARK = "# Setup · 準備"
LOADS = "%load_ext autograder.notebook"
SETUP = re.compile(rf"\A{SETUP_MARK}\n(?:.*\n)*?(?={LOADS}\b)")


class NotebookError(UserError):
    """A notebook that cannot be read; ``text`` says why."""


@dataclass(frozen=True)
class Cells:
    """What the code cells of a notebook hold.

    Attributes:
        source: the program.
        notes: what was left out.
        modules: the modules that cells write with `%%writefile`, by name.
    """

    source: str
    notes: tuple[Text, ...] = ()
    modules: dict[str, str] = field(default_factory=dict)


def program(content: str, exercise: str = "") -> Cells:
    """Return the program of a notebook's JSON text.

    Magics and shell commands become comments, so that a line of a cell stays a line of the
    program. A cell that is no Python never ran where it was written: it is left out. Outputs,
    pictures and markdown are not looked at.

    Args:
        content: the JSON.
        exercise: the stem of the file; a cell that writes this very file is the program.

    Raises:
        NotebookError: it is no notebook, or too involved to read.
    """
    require_modest(content, MOST_NODES // 10)
    try:
        notebook = json.loads(content)
    except (ValueError, RecursionError) as fault:
        raise NotebookError(
            _("The notebook is damaged ({reason}). Open it in Jupyter and save it again.").format(
                reason=type(fault).__name__
            )
        ) from fault
    return of_sources(_code_cells(notebook), exercise)


def of_sources(sources: Iterable[str], exercise: str = "") -> Cells:
    """Return the program of code cells, as in `program`.

    Raises:
        NotebookError: they are too much to read.
    """
    cells = [OURS.sub("# ", SETUP.sub(_silent, source.rstrip("\n"))) for source in sources]
    trouble = budget.refusal("\n".join(cells))
    if trouble is not None:
        raise NotebookError(trouble)
    left_out: list[str] = []
    broken: list[tuple[int, str, SyntaxError]] = []
    modules: dict[str, str] = {}
    kept: list[str] = []
    for number, cell in enumerate(cells, start=1):
        source = _python(cell, exercise, left_out, modules)
        fault = syntax_error(source)
        if fault is not None:
            broken.append((number, source, fault))
            source = _commented_out(source)
        kept.append(source)
    if broken and not any(map(_has_code, kept)):
        # Nothing else is left: that it cannot be read is what there is to tell.
        kept[broken[0][0] - 1], broken = broken[0][1], []
    notes = [
        _(
            "Code cell {number} was left out, as Python cannot read it: line {line}, {reason}."
        ).format(number=number, line=fault.lineno or 1, reason=fault.msg)
        for number, _source, fault in broken[:3]
    ]
    if any(_is_newer(source, fault) for _number, source, fault in broken):
        notes.append(dialect.advice())
    if left_out:
        shown = _cut(", ".join(dict.fromkeys(left_out)))
        notes.append(_("Left out, as only Jupyter understands it: {lines}").format(lines=shown))
    source = "\n\n\n".join(kept) + "\n" if kept else ""
    return Cells(source, tuple(notes), modules)


def require_modest(content: str, most: int = MOST_NODES) -> None:
    """Refuse JSON that would become too many objects, by its commas and brackets."""
    outside = "".join(content.replace("\\\\", "").replace('\\"', "").split('"')[::2])
    if sum(outside.count(mark) for mark in "[{,:") > most:
        raise NotebookError(
            _("The notebook holds too much to read. Clear its outputs and hand it in again.")
        )


def syntax_error(source: str) -> SyntaxError | None:
    """Return why Python cannot read a source, or None; it must be within `budget`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(source)
    except SyntaxError as fault:
        return fault
    except (ValueError, RecursionError, MemoryError) as fault:
        return SyntaxError(type(fault).__name__)
    return None


def _is_newer(source: str, fault: SyntaxError) -> bool:
    lines = source.split("\n")[(fault.lineno or 1) - 1 :]
    return dialect.is_newer(fault.msg, lines[0] if lines else "")


def _code_cells(notebook: Any) -> list[str]:
    if not isinstance(notebook, dict):
        raise NotebookError(_("The file is JSON, but no notebook."))
    cells = notebook.get("cells")
    if cells is None:  # format 3 and before: the cells lie in worksheets
        sheets = notebook.get("worksheets")
        cells = []
        for sheet in sheets if isinstance(sheets, list) else []:
            inside = sheet.get("cells") if isinstance(sheet, dict) else None
            cells += inside if isinstance(inside, list) else []
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


def _python(cell: str, exercise: str, left_out: list[str], modules: dict[str, str]) -> str:
    """Return a cell with its magics commented out; what parses as Python is left as it is."""
    magic = MAGIC_CELL.match(cell)
    if magic and magic[1] not in PYTHON_MAGICS:
        written = WRITTEN.match(magic[2]) if magic[1] in ("writefile", "file") else None
        body = cell[magic.end() :].lstrip("\n")
        if written and written[1] == exercise:
            return f"# {cell[: magic.end()].strip()}\n{body}"
        if written:
            is_more = magic[2].startswith("-a")
            modules[written[1]] = (modules.get(written[1], "") if is_more else "") + body + "\n"
        else:
            left_out.append(f"%%{magic[1]}")
        return _commented_out(cell)
    if syntax_error(cell) is None:
        return cell
    return "\n".join(_lines(cell.split("\n"), left_out))


def _lines(lines: list[str], left_out: list[str]) -> Iterator[str]:
    """Return the lines of a cell, those for the shell or for IPython as comments."""
    goes_on = False
    for line in lines:
        if goes_on:
            yield f"# {line}"
        elif run := RUN.match(line):
            yield f"{run[1]}from {run[2]} import *"
            continue
        elif found := MAGIC_LINE.match(line) or BARE.match(line):
            indent, rest = found[1], line[len(found[1]) :]
            left_out.append(rest.strip())
            # Inside a block a comment alone would leave it empty.
            yield f"{indent}pass  # {rest}" if indent else f"# {rest}"
        else:
            yield line
            continue
        goes_on = line.rstrip().endswith("\\")


def _silent(setup: re.Match[str]) -> str:
    """Return the lines that load the kit as comments, so that the others keep their numbers."""
    return _commented_out(setup[0].removesuffix("\n")) + "\n"


def _commented_out(cell: str) -> str:
    return "\n".join(f"# {line}" for line in cell.split("\n"))


def _has_code(source: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in source.split("\n"))


def _cut(shown: str, most: int = 200) -> str:
    return shown if len(shown) <= most else shown[: most - 1] + "…"
