"""Keeps a worker to one thread, as the lock-down does: practice and grading say the same."""

from __future__ import annotations

import _thread
import threading
from typing import Any, NoReturn

# What starts a thread, by the names that it has had in Python's own modules.
STARTERS = ("start_new_thread", "start_new", "start_joinable_thread")


def keep() -> None:
    """Refuse every new thread from now on, in the words that Python has where none can be had."""
    for name in STARTERS:
        for module, known in ((_thread, name), (threading, f"_{name}")):
            if hasattr(module, known):
                setattr(module, known, _refused)


def _refused(*_arguments: Any, **_keywords: Any) -> NoReturn:
    raise RuntimeError("can't start new thread")
