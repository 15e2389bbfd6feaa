"""The kinds of sandbox by name, and how each is opened."""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

from autograder.sandbox import Limits, Sandbox
from autograder.sandbox.trusted.missing_layer import only_linux
from autograder.sandbox.trusted.subprocess import Subprocess


class Kind(StrEnum):
    """How far a submission is trusted."""

    LOCKED = "locked"
    TRUST = "trust"


def opener(
    kind: Kind, secrets: Sequence[Path] = (), limits: Limits | None = None
) -> Callable[[], Sandbox]:
    """Give a function that opens a sandbox for one submission; what can be shared is shared.

    Args:
        kind: locked for strangers, trust for code that you trust.
        secrets: folders that no locked worker may read.
        limits: what a submission may use.

    Raises:
        SandboxError: a layer of the lock-down cannot be had here; it is named.
    """
    if kind is Kind.TRUST:
        return lambda: Subprocess(limits)
    if not sys.platform.startswith("linux"):
        raise only_linux()
    from autograder.sandbox.trusted.locked import Locked
    from autograder.sandbox.trusted.zygote_client import Zygote

    def zygote(*, figures: bool) -> Zygote:
        started = Zygote(secrets, figures=figures)
        atexit.register(started.close)
        return started

    plain, drawing = zygote(figures=False), cache(lambda: zygote(figures=True))
    return lambda: Locked(plain, limits, drawing=drawing)
