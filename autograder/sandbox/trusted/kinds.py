"""How each kind of sandbox is opened."""

from __future__ import annotations

import atexit
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from autograder.sandbox import Limits, Sandbox
from autograder.sandbox.kind import Kind
from autograder.sandbox.trusted.missing_layer import only_linux
from autograder.sandbox.trusted.starting import Spare
from autograder.sandbox.trusted.subprocess import Subprocess


def opener(
    kind: Kind,
    secrets: Sequence[Path] = (),
    limits: Limits | None = None,
    folder: Path | None = None,
) -> Callable[[], Sandbox]:
    """Return a function that opens a sandbox for one submission; what can be shared is shared.

    Args:
        kind: locked for strangers, trust for code that you trust.
        secrets: folders that no locked worker may read.
        limits: what a submission may use.
        folder: where code that is trusted runs; None: in one that goes with this process.

    Both fork a process that is ready on Linux; elsewhere code that is trusted gets one that was
    started while the last one worked.

    Raises:
        SandboxError: a layer of the lock-down cannot be had here; it is named.
    """
    if not sys.platform.startswith("linux"):
        if kind is Kind.LOCKED:
            raise only_linux()
        spare = Spare((limits or Limits()).memory, folder)
        atexit.register(spare.close)
        return lambda: Subprocess(limits, spare=spare)
    from autograder.sandbox.trusted.locked import Locked
    from autograder.sandbox.trusted.zygote_client import Zygote

    runs_in = (folder or _folder()) if kind is Kind.TRUST else None

    def zygote(*, figures: bool) -> Zygote:
        started = Zygote(secrets, figures=figures, folder=runs_in)
        atexit.register(started.close)
        return started

    plain, drawing = zygote(figures=False), cache(lambda: zygote(figures=True))
    return lambda: Locked(plain, limits, drawing=drawing)


def _folder() -> Path:
    """Return a folder for what trusted code writes, which goes when this process ends."""
    folder = tempfile.TemporaryDirectory(prefix="kobai-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return Path(folder.name)
