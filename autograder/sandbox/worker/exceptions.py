"""What a student's code raised, as plain data; runs beside it."""

from __future__ import annotations

import difflib
import traceback
from typing import Any


def trouble(fault: BaseException, name: str) -> dict[str, Any]:
    """Return an exception as data: what, where in the student's own file, and a nearby name."""
    line, code = _place(fault, f"{name}.py")
    message = fault.msg if isinstance(fault, SyntaxError) else _words(fault)
    return {
        "type": type(fault).__name__[:100],
        "message": str(message)[:500],
        "line": line if isinstance(line, int) else None,
        "code": code[:200],
        "suggestion": suggestion(fault),
        "module": name[:100],
    }


def _place(fault: BaseException, file: str) -> tuple[Any, str]:
    """Return the last line of the student's own file on the way to an exception, and its text.

    What lies deeper, in numpy or in another file of the student's, is not for this one to mend.
    """
    if isinstance(fault, SyntaxError) and fault.filename == file:
        return fault.lineno, (fault.text or "").strip()
    for frame in reversed(traceback.extract_tb(fault.__traceback__)[-200:]):
        if frame.filename == file:
            return frame.lineno, next(iter((frame.line or "").strip().splitlines()), "")
    return None, ""


def _words(fault: BaseException) -> str:
    """Return an exception's message, whatever its __str__ does."""
    try:
        return str(fault)[:500]
    except Exception:  # noqa: BLE001 -- a student's __str__ may raise anything
        return ""


def suggestion(fault: BaseException) -> str:
    """Return the existing name nearest to the one that a NameError or AttributeError misses."""
    if isinstance(fault, NameError):
        frames = fault.__traceback__
        while frames is not None and frames.tb_next is not None:
            frames = frames.tb_next
        scope = frames.tb_frame if frames is not None else None
        known = [*scope.f_locals, *scope.f_globals] if scope is not None else []
    elif isinstance(fault, AttributeError):
        known = [name for name in dir(fault.obj) if not name.startswith("_")]
    else:
        return ""
    near = difflib.get_close_matches(str(fault.name), known, n=1, cutoff=0.7)
    return str(near[0])[:100] if near else ""
