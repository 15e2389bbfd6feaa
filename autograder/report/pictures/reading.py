"""Evidence read with care: what is not a number that can be drawn is left out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from autograder.language import NOTHING, Text
from autograder.report.pictures.canvas import Point

LARGEST = 1e100


def numbers(values: Any) -> list[float]:
    """Return a list of drawable numbers; empty if one of them is none."""
    if not isinstance(values, Sequence) or isinstance(values, str):
        return []
    if not all(_is_drawable(value) for value in values):
        return []
    return [float(value) for value in values]


def rows(values: Any, width: int) -> list[tuple[float, ...]]:
    """Return the rows of that width; others are left out."""
    if not isinstance(values, Sequence) or isinstance(values, str):
        return []
    read = (numbers(value) for value in values)
    return [tuple(row) for row in read if len(row) == width]


def points(values: Any) -> list[Point]:
    """Give points of the plane; what is no such point is left out."""
    return [(row[0], row[1]) for row in rows(values, 2)]


def text(words: Any) -> Text:
    """Return the words of every language; what is no such mapping says nothing."""
    if not isinstance(words, Mapping) or not isinstance(words.get("en"), str):
        return NOTHING
    return Text(**{str(name): word for name, word in words.items() if isinstance(word, str)})


def _is_drawable(value: Any) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and math.isfinite(value)
        and abs(value) < LARGEST
    )
