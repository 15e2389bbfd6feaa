"""Small data files of a submission, which a worker opens though they lie on no disk."""

from __future__ import annotations

import builtins
import io
import os
import pathlib
import posixpath
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from numpy.lib import _datasource

Open = Callable[..., Any]
# What was there before; put back when the next submission brings no files.
_open: Open = io.open
_exists: Open = os.path.exists
_isfile: Open = os.path.isfile
_path_exists: Open = pathlib.Path.exists
_path_is_file: Open = pathlib.Path.is_file


def lay(files: Mapping[str, bytes]) -> None:
    """Let `open` and what asks for a file find these, by their way from the exercise's folder.

    They can be read and not written; every other file is as it was.
    """
    builtins.open = io.open = _opened(files) if files else _open
    with suppress(AttributeError):  # numpy keeps the `open` of the time when it was imported
        _datasource._file_openers._file_openers[None] = io.open  # type: ignore[attr-defined]
    os.path.exists = _found(files, _exists) if files else _exists
    os.path.isfile = _found(files, _isfile) if files else _isfile
    for name, before in (("exists", _path_exists), ("is_file", _path_is_file)):
        setattr(pathlib.Path, name, _found(files, before) if files else before)


def _opened(files: Mapping[str, bytes]) -> Open:
    def opened(file: Any, mode: str = "r", *arguments: Any, **keywords: Any) -> Any:
        data = files.get(_way(file))
        if data is None or set(mode) & set("wax+"):
            return _open(file, mode, *arguments, **keywords)
        if "b" in mode:
            return io.BytesIO(data)
        names = ("buffering", "encoding", "errors", "newline")
        given = {**dict(zip(names, arguments, strict=False)), **keywords}
        text = {name: given[name] for name in names[1:] if name in given}
        return io.TextIOWrapper(io.BytesIO(data), **{"encoding": "utf-8", **text})

    return opened


def _found(files: Mapping[str, bytes], other: Open) -> Open:
    def found(path: Any, *arguments: Any, **keywords: Any) -> Any:
        return _way(path) in files or other(path, *arguments, **keywords)

    return found


def _way(file: Any) -> str:
    """Return the way of a file as the exercise's folder sees it; "" where it is none.

    That folder is where the worker runs, for a program that asks by the whole path of its own file.
    """
    try:
        name = os.fsdecode(os.fspath(file))
    except TypeError:
        return ""
    if pathlib.PurePath(name).is_absolute():
        with suppress(OSError, ValueError):  # no such folder any more, another drive
            name = os.path.relpath(name)
    name = name.replace("\\", "/")
    return posixpath.normpath(name) if name else ""
