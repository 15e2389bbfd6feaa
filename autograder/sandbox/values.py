"""Values as plain data: what a student's function gave, put in a frame and read from it."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from autograder.sandbox.wire import MAX_DEPTH, MAX_DIMENSIONS, WireError

MAX_TEXT = 2_000
MAX_ITEMS = 20_000
MAX_ELEMENTS = 2**20


@dataclass(frozen=True)
class Opaque:
    """A value that is no data of ours: only its type's name and how it prints are known."""

    type: str
    shown: str


@dataclass(frozen=True)
class Described:
    """A value that a describer turned into data on the worker's side, such as a figure."""

    content: Mapping[str, Any]


Describe = Callable[[object], Mapping[str, Any] | None]


class Encoder:
    """Turns values into a JSON tree and a list of arrays; runs beside untrusted code."""

    def __init__(self, describe: Describe = lambda _value: None) -> None:
        self.arrays: list[np.ndarray] = []
        self._describe = describe
        self._items = 0
        self.has_described = False

    def encode(self, value: object, depth: int = 0) -> Any:
        """Return the tree of one value; what is not plain data becomes its type and print."""
        self._items += 1
        if isinstance(value, np.generic) and value.dtype.kind in "biuf":
            value = value.item()
        if value is None or type(value) is bool:
            return value
        if depth > MAX_DEPTH // 2 - 3 or self._items > MAX_ITEMS:
            return _opaque(value)
        if type(value) is int:
            return value if abs(value) < 2**63 else _opaque(value)
        if type(value) is float:
            return value if math.isfinite(value) else self._array(np.float64(value))
        if type(value) is str:
            return {"$text": value[:MAX_TEXT]}
        if isinstance(value, Sequence) and not isinstance(value, (str, bytes, range)):
            kind = "$tuple" if isinstance(value, tuple) else "$list"
            return {kind: [self.encode(item, depth + 1) for item in islice(value, MAX_ITEMS)]}
        if type(value) is dict:
            return {
                "$dict": {
                    str(key)[:200]: self.encode(item, depth + 1) for key, item in value.items()
                }
            }
        described = self._describe(value)
        if described is not None:
            self.has_described = True
            return {"$described": self.encode(dict(described), depth + 1)}
        try:
            return self._array_like(value)
        except Exception:  # noqa: BLE001 -- a student's __array__ may raise anything
            return _opaque(value)

    def _array(self, array: np.ndarray | np.generic) -> dict[str, int]:
        self.arrays.append(np.asarray(array))
        return {"$array": len(self.arrays) - 1}

    def _array_like(self, value: object) -> Any:
        if isinstance(value, (type, type(len))) or callable(value):
            return _opaque(value)
        if _has_masked(value):
            return _opaque(value)
        if not (hasattr(value, "__array__") or hasattr(value, "__buffer__") or _is_number(value)):
            try:
                memoryview(value)  # type: ignore[arg-type]
            except TypeError:
                return _opaque(value)
        array = np.asarray(value)
        if array.dtype.kind == "O":
            array = array.astype(np.float64)
        if array.dtype.kind not in "biufc" or array.size > MAX_ELEMENTS:
            return _opaque(value)
        return self._array(array) if array.ndim <= MAX_DIMENSIONS else _opaque(value)


def _is_number(value: object) -> bool:
    """Whether a value counts as a real number, such as a Fraction or a Decimal."""
    return hasattr(value, "__float__")


def _opaque(value: object) -> dict[str, Any]:
    """Describe a value that does not travel."""
    try:
        shown = repr(value)[:200]
    except Exception:  # noqa: BLE001 -- a student's __repr__ may raise anything
        shown = "…"
    return {"$opaque": [type(value).__name__[:100], shown]}


def decode(tree: Any, arrays: list[np.ndarray]) -> Any:
    """Rebuild a value from its tree and arrays.

    Gives None, bool, int, float, str, list, tuple, dict, float64/int64/bool/complex128 arrays,
    Described or Opaque, and nothing else.

    Raises:
        WireError: the tree is none that an Encoder makes.
    """
    if tree is None or isinstance(tree, (bool, float)):
        return tree
    if isinstance(tree, int):
        if abs(tree) >= 2**63:
            raise WireError("a number that no Encoder sends")
        return tree
    if not isinstance(tree, dict) or len(tree) != 1:
        raise WireError("a value of unknown form")
    ((kind, content),) = tree.items()
    match kind, content:
        case "$text", str():
            return content[:MAX_TEXT]
        case "$list", list():
            return [decode(item, arrays) for item in content]
        case "$tuple", list():
            return tuple(decode(item, arrays) for item in content)
        case "$dict", dict():
            return {key[:200]: decode(item, arrays) for key, item in content.items()}
        case "$described", dict():
            described = decode(content, arrays)
            if isinstance(described, dict):
                return Described(described)
        case "$array", int() if 0 <= content < len(arrays):
            array = arrays[content]
            return array[()].item() if array.ndim == 0 and array.dtype.kind == "f" else array
        case "$opaque", [str() as name, str() as shown]:
            return Opaque(name[:100], shown[:200])
    raise WireError(f"a value of unknown form: {str(kind)[:40]}")


def _has_masked(value: object) -> bool:
    """Return whether an array hides a part; numpy.ma is not imported where nobody has done so."""
    if "numpy.ma" not in sys.modules:
        return False
    return isinstance(value, np.ma.MaskedArray) and bool(np.ma.getmaskarray(value).any())
