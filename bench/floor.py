"""The floor: fork a prepared process, load the student's file, make the same calls, nothing else.

No wall, no wire, no check, no verdict: what no grader that forks can do without. Made together, in
one process for all, the calls are what no grader at all can do without. Run as a program it takes
a file of recorded sessions.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import pickle
import sys
import tempfile
import types
from pathlib import Path

from autograder.sandbox.worker.rehearsal import warm_up

from .recording import Asked


class Everything:
    """Standard output that keeps nothing."""

    def write(self, text: str) -> int:
        """Drop the text."""
        return len(text)

    def flush(self) -> None:
        """Have nothing to flush."""


def run(session: Asked) -> None:
    """Load one submission and make its calls."""
    from matplotlib import pyplot

    sys.stdout = sys.stderr = Everything()  # type: ignore[assignment]
    for name, source in session.program.modules.items():
        module = sys.modules[name] = types.ModuleType(name)
        with contextlib.suppress(BaseException):
            exec(compile(source, f"{name}.py", "exec"), vars(module))
    module = sys.modules[session.program.name] = types.ModuleType(session.program.name)
    with contextlib.suppress(BaseException):
        exec(compile(session.program.source, "submission.py", "exec"), vars(module))
    for call in session.calls:
        pyplot.close("all")
        with contextlib.suppress(BaseException):
            getattr(module, call.function)(*call.arguments, **call.keywords)


def apart(session: Asked) -> None:
    """Make one session's calls in a process of its own."""
    process = os.fork()
    if process == 0:
        try:
            run(session)
        finally:
            os._exit(0)
    os.waitpid(process, 0)


def main() -> None:
    """Make every session's calls."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sessions", type=Path)
    parser.add_argument("--together", action="store_true", help="in one process for all")
    given = parser.parse_args()
    sessions = pickle.loads(given.sessions.read_bytes())
    warm_up()
    gc.collect()
    gc.freeze()
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):  # some save figures
        for session in sessions:
            (run if given.together else apart)(session)


if __name__ == "__main__":
    main()
