"""Calls of a student's functions, written as one would type them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from autograder.sandbox import Trouble

MOST = 12
MISSING = re.compile(r"^name '(\w+)' is not defined")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
UNKNOWN = re.compile(r"got an unexpected keyword argument '(\w+)'")


def written(name: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> str:
    """Return a call as code, its arguments as they are before it."""
    parts = [_value(value) for value in arguments]
    parts += [f"{key}={_value(value)}" for key, value in keywords.items()]
    return f"{name}({', '.join(parts)})"


def unknown_keyword(trouble: Trouble | None) -> str:
    """Return the keyword that a function refused before any line of it ran, or ""."""
    if trouble is None or trouble.type != "TypeError" or trouble.line is not None:
        return ""
    found = UNKNOWN.search(trouble.message)
    return found[1] if found else ""


def missing_name(trouble: Trouble) -> str:
    """Return the name that a NameError misses, or ""."""
    found = MISSING.search(trouble.message) if trouble.type == "NameError" else None
    return found[1] if found else ""


def makes(code: str, name: str) -> bool:
    """Say whether a line of a file's top level would have made a name."""
    word = rf"\b{re.escape(name)}\b"
    return re.search(rf"import\b.*{word}|^[^=(]*{word}[^=(]*=[^=]", code) is not None


def alike(trouble: Trouble, name: str) -> str:
    """Return an exception's words without what differs from call to call of one function."""
    if trouble.type == "RecursionError":  # where recursion ends is chance
        return ""
    return NUMBER.sub("#", trouble.message.replace(f"{name}()", ""))


def _value(value: Any) -> str:
    if callable(value):
        return str(getattr(value, "__name__", "f"))
    if isinstance(value, np.ndarray):
        if value.size > MOST:
            return f"an array of shape {value.shape}"
        return f"np.array({value.tolist()})"
    return repr(value)
