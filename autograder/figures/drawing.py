"""The figures that a function drew, remembered while it runs; beside the student's code."""

from __future__ import annotations

import contextlib
import functools
import sys
from typing import Any, ClassVar

MOST = 8


class Drawings:
    """The figures made since the last call began, also those that were closed since."""

    made: ClassVar[list[Any]] = []

    @classmethod
    def watch(cls) -> None:
        """Remember every figure that is made from now on, and forget those before.

        A figure may be saved in a function, though there is no place for a file here: what no
        file can hold is no fault of the code.
        """
        from matplotlib.figure import Figure

        cls.made.clear()
        if hasattr(Figure.savefig, "__wrapped__"):
            return

        def make(self: Figure, *arguments: Any, **keywords: Any) -> None:
            begin(self, *arguments, **keywords)
            cls.made[:] = [*cls.made[1 - MOST :], self]

        def savefig(self: Figure, *arguments: Any, **keywords: Any) -> None:
            with contextlib.suppress(OSError):
                save(self, *arguments, **keywords)

        begin, save = Figure.__init__, Figure.savefig
        Figure.__init__ = functools.wraps(begin)(make)  # type: ignore[method-assign]
        Figure.savefig = functools.wraps(save)(savefig)  # type: ignore[method-assign]

    @classmethod
    def last(cls) -> Any:
        """Return the figure made last that holds axes, else one that pyplot has open, or None."""
        made = next((figure for figure in reversed(cls.made) if figure.axes), None)
        pyplot = sys.modules.get("matplotlib.pyplot")
        if made is not None or pyplot is None or not pyplot.get_fignums():
            return made
        return pyplot.gcf()
