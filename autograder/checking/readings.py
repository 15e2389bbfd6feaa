"""What a student's function gave, read as numbers or named in words."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.checking.faults import fail
from autograder.figures.model import Picture
from autograder.language import Text, _, plain
from autograder.sandbox.values import Opaque

DEEPEST = 3  # dimensions of what is written out: more fill pages, and tell nobody anything


def as_array(value: Any) -> np.ndarray | None:
    """Return a returned value as a float64 array, or None where it is none."""
    if value is None or isinstance(value, (str, dict, Opaque)):
        return None
    try:
        array = np.asarray(value)
    except (ValueError, TypeError):  # rows of unequal length
        return None
    if array.dtype.kind == "c" and not array.imag.any():
        array = array.real
    return array.astype(float) if array.dtype.kind in "biuf" else None


def vector(value: Any, like: np.ndarray, name: str) -> np.ndarray:
    """Return a returned value as an array of a given shape, all finite, or fail.

    Lists, tuples, float32 and 0-d components are as right as an array.
    """
    if value is None or isinstance(value, Picture):
        fail(
            _("`{name}` gave back {kind}").format(name=name, kind=kind_of(value)),
            hint=_("What a function works out stays inside it until it says return."),
            misconception="returns-nothing",
        )
    array = as_array(value)
    if array is None:
        fail(
            _("`{name}` gave back {kind}, not an array of numbers").format(
                name=name, kind=kind_of(value)
            ),
            hint=_("The docstring says what the function returns. What does yours return?"),
            cause=f"form of {name}",
        )
    if array.shape != like.shape:
        fail(
            _("`{name}` gave back {got}; it should be an array of shape {expected}").format(
                name=name, got=kind_of(value if array.ndim else 0.0), expected=like.shape
            ),
            hint=_("One number for each component of the point, arranged in the same way."),
            cause=f"form of {name}",
        )
    if not np.isfinite(array).all():
        fail(
            _("`{name}` gave back {got}: not all of these are finite numbers").format(
                name=name, got=shown(array)
            ),
            hint=_("Look for a division by zero, or for numbers that keep growing."),
            cause="not-finite",
        )
    return array


def kind_of(value: Any) -> Text:
    """Name a value's kind for a sentence."""
    match value:
        case None:
            return plain("None")
        case Picture():
            return plain(value.returned if value.returned != "nothing" else "None")
        case Opaque():
            return plain(value.type)
        case str():
            return _("a string")
        case dict():
            return _("a dictionary")
        case tuple():
            return _("a tuple of {count} values").format(count=len(value))
        case list():
            return _("a list of {count} values").format(count=len(value))
        case np.ndarray() if value.ndim:
            return _("an array of shape {shape}").format(shape=value.shape)
    return _("a single number")


def number(value: float, digits: int = 4) -> str:
    """Write a number as a teacher would: few digits, no noise."""
    value = float(value)
    if value == 0 or not np.isfinite(value):
        return f"{value:g}".replace("-0", "0")
    if 1e-3 <= abs(value) < 1e6:
        text = f"{value:.{digits}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return f"{value:.{digits - 1}g}"


def shown(value: Any, most: int = 6) -> str:
    """Write a point, or a few of them, as in mathematics: (1, 2); what is no number is "…"."""
    try:
        array = np.asarray(value)
    except ValueError:  # rows of unequal length
        return "…"
    if array.dtype.kind not in "biufc" or array.ndim > DEEPEST:
        return "…"
    if array.ndim == 0:
        return number(float(array.real))
    parts = [shown(part, most) for part in array[:most]]
    return "(" + ", ".join(parts + (["…"] if len(array) > most else [])) + ")"
