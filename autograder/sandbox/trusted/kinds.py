"""The kinds of sandbox by name, and how each is opened."""

from __future__ import annotations

import atexit
import sys
import tempfile
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

from autograder.sandbox import Limits, Sandbox
from autograder.sandbox.trusted.missing_layer import only_linux
from autograder.sandbox.trusted.subprocess import Spare, Subprocess


class Kind(StrEnum):
    """How far a submission is trusted."""

    LOCKED = "locked"
    TRUST = "trust"


def opener(
    kind: Kind, secrets: Sequence[Path] = (), limits: Limits | None = None
) -> Callable[[], Sandbox]:
    """Return a function that opens a sandbox for one submission; what can be shared is shared.

    Args:
        kind: locked for strangers, trust for code that you trust.
        secrets: folders that no locked worker may read.
        limits: what a submission may use.

    Both fork a process that is ready on Linux; elsewhere code that is trusted gets one that was
    started while the last one worked.

    Raises:
        SandboxError: a layer of the lock-down cannot be had here; it is named.
    """
    if not sys.platform.startswith("linux"):
        if kind is Kind.LOCKED:
            raise only_linux()
        spare = Spare(limits or Limits())
        atexit.register(spare.close)
        return lambda: Subprocess(limits, spare=spare)
    from autograder.sandbox.trusted.locked import Locked
    from autograder.sandbox.trusted.zygote_client import Zygote

    folder = _folder() if kind is Kind.TRUST else None

    def zygote(*, figures: bool) -> Zygote:
        started = Zygote(secrets, figures=figures, folder=folder)
        atexit.register(started.close)
        return started

    plain, drawing = zygote(figures=False), cache(lambda: zygote(figures=True))
    return lambda: Locked(plain, limits, drawing=drawing)


def _folder() -> Path:
    """Return a folder for what trusted code writes, which goes when this process ends."""
    folder = tempfile.TemporaryDirectory(prefix="kobai-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return Path(folder.name)
