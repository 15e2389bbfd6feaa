"""Frames of plain data between the trusted side and the worker: never code, never pickle.

A frame is one kind byte, the payload's length, and the payload. A callback carries the arrays at
which f is evaluated and nothing else, so that it costs little; every other frame carries JSON
followed by the arrays that it names. Whatever is out of bounds or ill-formed raises WireError at
the side that reads it.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

REQUEST, ANSWER, CALLBACK, QUESTION, VALUE, REFUSAL = b"Q", b"A", b"f", b"q", b"v", b"e"

MAX_FRAME = 32 * 2**20
MAX_CALLBACK = 8 * 2**20
MAX_ARRAYS = 4096
MAX_NODES = 50_000
MAX_DEPTH = 24
MAX_DIMENSIONS = 8
MAX_ARGUMENTS = 16

_HEAD = struct.Struct("!cI")
_LENGTH = struct.Struct("!I")
_CODES = {"f": b"d", "i": b"q", "u": b"q", "b": b"?", "c": b"D"}
_TO_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_DTYPES = {b"d": np.float64, b"q": np.int64, b"?": np.bool_, b"D": np.complex128}


class WireError(Exception):
    """A frame that is not what the protocol allows, or an end of the stream in its middle."""


@dataclass(frozen=True)
class Channel:
    """A stream to the other side.

    Attributes:
        read: gives exactly so many bytes, or fewer at the end of the stream.
        write: writes all bytes.
    """

    read: Callable[[int], bytes]
    write: Callable[[bytes], object]

    def send(self, kind: bytes, payload: bytes) -> None:
        """Write one frame."""
        if len(payload) > MAX_FRAME:
            raise WireError(f"a frame of {len(payload)} bytes; at most {MAX_FRAME} are allowed")
        self.write(_HEAD.pack(kind, len(payload)) + payload)

    def receive(self) -> tuple[bytes, bytes]:
        """Read one frame: its kind and its payload."""
        kind, length = _HEAD.unpack(self._exactly(_HEAD.size))
        if length > (MAX_CALLBACK if kind in (CALLBACK, QUESTION, VALUE) else MAX_FRAME):
            raise WireError(f"a frame of {length} bytes is announced")
        return kind, self._exactly(length)

    def _exactly(self, count: int) -> bytes:
        data = self.read(count)
        if len(data) != count:
            raise WireError("the stream ended in the middle of a frame")
        return data


def pack_array(array: np.ndarray) -> bytes:
    """Return a numeric array's block: dtype code, number of dimensions, shape, raw bytes."""
    head, dtype = _array_head(array.dtype.kind, array.shape)
    if array.dtype is not dtype:
        array = array.astype(dtype)
    return head + array.tobytes()


# An evaluation of f is two array blocks, so what follows from the shape alone is kept at hand.
@lru_cache(maxsize=1024)
def _array_head(kind: str, shape: tuple[int, ...]) -> tuple[bytes, np.dtype[Any]]:
    """Return the head of an array's block, and the dtype of the raw bytes behind it."""
    code = _CODES.get(kind)
    if code is None or len(shape) > MAX_DIMENSIONS:
        raise WireError(f"an array of {len(shape)} dimensions and of kind {kind!r}")
    return struct.pack(f"!cB{len(shape)}I", code, len(shape), *shape), np.dtype(_DTYPES[code])


def unpack_array(payload: bytes, start: int = 0) -> tuple[np.ndarray, int]:
    """Read the array block at an offset; give a fresh array and the offset behind it."""
    if len(payload) < start + 2:
        raise WireError("an array's head is cut off")
    begin = start + 2 + 4 * payload[start + 1]
    shape, dtype, size = _described(payload[start:begin])
    if size > len(payload) - begin:
        raise WireError(f"an array of shape {shape} in {len(payload) - begin} bytes")
    array: np.ndarray = np.ndarray(shape, dtype, payload, begin).copy()
    return array, begin + size


def pack_arguments(index: int, arguments: Sequence[np.ndarray]) -> bytes:
    """Return the payload of a callback: which function, and where it is evaluated."""
    return bytes([index]) + b"".join(map(pack_array, arguments))


def unpack_arrays(payload: bytes, start: int = 0) -> tuple[np.ndarray, ...]:
    """Read the array blocks from an offset to the end, at least one."""
    array, end = unpack_array(payload, start)
    if end == len(payload):  # one array: the usual case, and the fastest
        return (array,)
    arrays = [array]
    while end < len(payload):
        array, end = unpack_array(payload, end)
        arrays.append(array)
        if len(arrays) > MAX_ARGUMENTS:
            raise WireError(f"more than {MAX_ARGUMENTS} arguments")
    return tuple(arrays)


@lru_cache(maxsize=1024)
def _described(head: bytes) -> tuple[tuple[int, ...], np.dtype[Any], int]:
    """Read the head of an array's block: shape, dtype, and the number of raw bytes behind it."""
    code, dimensions = head[:1], head[1]
    if code not in _DTYPES or dimensions > MAX_DIMENSIONS:
        raise WireError(f"an array of dtype code {code!r} and {dimensions} dimensions")
    if len(head) != 2 + 4 * dimensions:
        raise WireError("an array's head is cut off")
    shape = struct.unpack_from(f"!{dimensions}I", head, 2)
    bounded = 1
    for extent in shape:  # an extent of 0 must not hide an absurd one beside it
        bounded *= max(extent, 1)
        if bounded > MAX_FRAME:
            raise WireError(f"an array of shape {shape}")
    dtype = np.dtype(_DTYPES[code])
    return shape, dtype, math.prod(shape) * dtype.itemsize


def pack(tree: Any, arrays: list[np.ndarray]) -> bytes:
    """Return the payload of a JSON tree and the arrays that it names by {"$array": index}."""
    text = _TO_JSON(tree).encode("utf-8", "surrogatepass")
    return b"".join([_LENGTH.pack(len(text)), text, *map(pack_array, arrays)])


def unpack(payload: bytes) -> tuple[Any, list[np.ndarray]]:
    """Read a payload: the JSON tree, bounded in depth and size, and its arrays."""
    try:
        (length,) = _LENGTH.unpack_from(payload)
        text = payload[_LENGTH.size : _LENGTH.size + length].decode("utf-8", "replace")
        if length > len(payload) - _LENGTH.size:
            raise WireError("a message is cut off")
        is_small = _bound_text(text)
        tree = json.loads(text)
    except (struct.error, ValueError, RecursionError) as fault:
        raise WireError(f"a message that is no JSON: {type(fault).__name__}") from fault
    if not is_small:
        _bound_tree(tree)
    arrays: list[np.ndarray] = []
    offset = _LENGTH.size + length
    while offset < len(payload):
        if len(arrays) == MAX_ARRAYS:
            raise WireError(f"more than {MAX_ARRAYS} arrays in one message")
        array, offset = unpack_array(payload, offset)
        arrays.append(array)
    return tree, arrays


def _bound_text(text: str) -> bool:
    """Refuse a text whose parse would cost more than its answer is worth.

    Says whether it is too small for a tree beyond the bounds, which is no deeper than there are
    brackets, and has no more nodes than brackets and commas.
    """
    opened = text.count("[") + text.count("{")
    parts = opened + text.count(",")
    if parts > 2 * MAX_NODES:
        raise WireError("a message of too many parts")
    return opened < MAX_DEPTH and parts < MAX_NODES


def _bound_tree(tree: Any) -> None:
    """Refuse a tree that is too deep or has too many nodes."""
    nodes, level = 0, [tree]
    for _ in range(MAX_DEPTH):
        nodes += len(level)
        if nodes > MAX_NODES:
            raise WireError(f"a message of more than {MAX_NODES} parts")
        inner: list[Any] = []
        for node in level:
            if isinstance(node, list):
                inner.extend(node)
            elif isinstance(node, dict):
                inner.extend(node.values())
        if not inner:
            return
        level = inner
    raise WireError(f"a message nested more than {MAX_DEPTH} deep")
