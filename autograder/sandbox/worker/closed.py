"""Keeps modules that are the trusted side's from being imported beside untrusted code."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder

# Usual slips lie among the checks, as programs: each is one step from a solution.
CLOSED = "autograder.checks"


class Closed(MetaPathFinder):
    """Says of every module there that there is none."""

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:
        """Find nothing, and keep those who are asked next from finding anything."""
        del path, target
        if fullname == CLOSED or fullname.startswith(f"{CLOSED}."):
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


def close() -> None:
    """Close those modules to this process and to whatever is forked from it.

    That keeps an honest program from what it would miss elsewhere. What keeps a hostile one from
    the files themselves is the lock-down.
    """
    sys.meta_path.insert(0, Closed())
