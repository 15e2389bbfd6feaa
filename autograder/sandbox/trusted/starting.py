"""A worker's process in local mode: started, perhaps before anybody needs it, and ended."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

from autograder.language import _
from autograder.sandbox.errors import SandboxError

PASSED_ON = ("PATH", "SYSTEMROOT", "HOME", "USERPROFILE", "LANG", "LC_ALL", "TEMP", "TMPDIR")
MEMORY = 2**30  # bytes, as in Limits
FIGURES = "figures"  # among a worker's arguments: have matplotlib ready


class Spare:
    """Workers started ahead, so that numpy is imported while something else is done.

    Args:
        memory: bytes, of every worker.
        folder: where they run; None: where this process does.
        figures: whether they are to have matplotlib ready.
        goes_on: whether one is started in the place of one that is taken.
        waiting: how many wait at a time.
    """

    def __init__(
        self,
        memory: int = MEMORY,
        folder: Path | None = None,
        *,
        figures: bool = False,
        goes_on: bool = True,
        waiting: int = 1,
    ) -> None:
        self._memory, self._folder, self._figures = memory, folder, figures
        self._goes_on, self._most = goes_on, waiting
        self._waiting: list[subprocess.Popen[bytes]] = []
        self.fill()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The processes that wait, the next one first."""
        return tuple(process.pid for process in self._waiting)

    def fill(self) -> None:
        """Start workers until as many wait as shall."""
        while len(self._waiting) < self._most:
            self._waiting.append(self._start())

    def take(self) -> subprocess.Popen[bytes]:
        """Return the worker that has waited longest."""
        given = self._waiting.pop(0) if self._waiting else self._start()
        if given.poll() is not None:  # nobody's code has run in it: that it ended is nobody's fault
            end(given)
            given = self._start()
        if self._goes_on:
            self.fill()
        return given

    def close(self) -> None:
        """End the workers that nobody has taken."""
        while self._waiting:
            end(self._waiting.pop())

    def _start(self) -> subprocess.Popen[bytes]:
        return start(self._memory, self._folder, figures=self._figures)


def start(memory: int, folder: Path | None, *, figures: bool = False) -> subprocess.Popen[bytes]:
    """Start a worker with an environment of its own.

    Raises:
        SandboxError: the system starts no process.
    """
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment |= {
        "MPLBACKEND": "Agg",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
    }
    module = "autograder.sandbox.worker.process"
    ready = [FIGURES] if figures else []
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", module, str(memory), *ready],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
            bufsize=0,
        )
    except OSError as fault:
        raise SandboxError(
            _("the worker cannot be started: {reason}").format(reason=fault)
        ) from fault


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a worker, and close what leads to it."""
    process.kill()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
    process.wait()
