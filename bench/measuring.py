"""Processor time and memory of commands, with every process that they start and wait for."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from .students import ROOT

# One thread for linear algebra everywhere: sixteen idle ones would be charged to everybody.
_PR_SET_CHILD_SUBREAPER = 36
THREADS = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class CommandError(Exception):
    """A measured command that failed; the message holds what it said."""


def processor_seconds(
    command: Sequence[str | Path],
    folder: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    expected: Sequence[int] = (0,),
) -> float:
    """Run a command to its end, and give the user and system time that it took.

    Raises:
        CommandError: it ends with another exit status than one of the expected.
    """
    adopt_orphans()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, **THREADS, "PYTHONPATH": str(ROOT), **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    bury()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in expected:
        said = (done.stdout + done.stderr)[-2000:]
        raise CommandError(f"{command[0]} … ends with {done.returncode}: {said}")
    user, system = after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime
    return user + system


def adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent ends first, so that it is counted."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def bury() -> None:
    """Wait for all that is left of a command."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
