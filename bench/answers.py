"""How long a student waits: whole commands by the clock, beside what they import, taking turns."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from .measuring import THREADS
from .students import ROOT

EXERCISES = ("numerical_gradient", "gradient_descent", "plotting")
# The least program of the library that reads our arguments.
TWO_COMMANDS = """
import typer
app = typer.Typer()

@app.command()
def one() -> None: "One."

@app.command()
def two() -> None: "Two."

app()
"""
# The check cell of a notebook, run a first time, and again when its worker has had time to start.
PRESSED = """
import sys, time
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

name, source = sys.argv[1:]
shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
with capture_output():
    shell.run_cell(source, store_history=True)
for _press in range(2):
    began = time.perf_counter()
    with capture_output():
        cell = f"from autograder.notebook import check; check({name!r})"
        shell.run_cell(cell, store_history=True).raise_error()
    print(time.perf_counter() - began)
    time.sleep(1)
"""
# The command as it is installed, compiled beforehand as pip does.
AUTOGRADER = (sys.executable, "-m", "autograder")
COMMANDS: Mapping[str, Sequence[str]] = {
    "numpy": (sys.executable, "-c", "import numpy"),
    "pyplot": (sys.executable, "-c", "import matplotlib.pyplot"),
    "typer": (sys.executable, "-c", TWO_COMMANDS, "--help"),
    "help": (*AUTOGRADER, "--help"),
    **{name: (*AUTOGRADER, "check", f"solutions/{name}.py") for name in EXERCISES},
}
READY = "Ctrl+C"


def measure() -> dict[str, float]:
    """Run each command once, and each exercise once watched and in a notebook; give seconds.

    A watched exercise has two: by the clock, and of the processor. So has one in a notebook: for
    the first run of its check cell, and for the second.
    """
    found = {name: round(_clock(words), 4) for name, words in COMMANDS.items()}
    for name in EXERCISES:
        clock, processor = _saved(name)
        found |= {f"{name} saved": round(clock, 4), f"{name} processor": round(processor, 4)}
        first, again = _pressed(name)
        found |= {f"{name} first": round(first, 4), f"{name} again": round(again, 4)}
    return found


def _clock(words: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(words, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def _saved(name: str) -> tuple[float, float]:
    """Watch an exercise, save it twice, and measure from the second save to its verdict."""
    with tempfile.TemporaryDirectory() as folder:
        for other in EXERCISES:
            (Path(folder) / f"{other}.py").write_bytes(_solution(other))
        file = Path(folder) / f"{name}.py"
        with subprocess.Popen(
            [*AUTOGRADER, "check", str(file), "--watch", "--course", str(ROOT)],
            env=_environment(),
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            _told(process)
            file.write_bytes(_solution(name) + b"\n")
            _told(process)
            before, began = _used(process.pid), time.perf_counter()
            file.write_bytes(_solution(name) + b"\n\n")
            _told(process)
            clock = time.perf_counter() - began
            used = _used(process.pid) - before
            process.terminate()
    return clock, used


def _pressed(name: str) -> tuple[float, float]:
    """Run an exercise's check cell twice in one kernel, beside the other exercises."""
    with tempfile.TemporaryDirectory() as folder:
        for other in EXERCISES:
            (Path(folder) / f"{other}.py").write_bytes(_solution(other))
        done = subprocess.run(
            [sys.executable, "-c", PRESSED, name, _solution(name).decode()],
            cwd=folder,
            env={**_environment(), "IPYTHONDIR": folder, "MPLBACKEND": "agg"},
            capture_output=True,
            text=True,
            check=True,
        )
    first, again = map(float, done.stdout.splitlines()[-2:])
    return first, again


def _solution(name: str) -> bytes:
    return (ROOT / "solutions" / f"{name}.py").read_bytes()


def _told(process: subprocess.Popen[str]) -> None:
    """Read until a verdict has been printed to its last line."""
    assert process.stdout is not None
    while READY not in (line := process.stdout.readline()):
        if not line:
            raise ChildProcessError("the watched command has ended")


def _used(number: int) -> float:
    """Return the processor time of a process and its descendants, those gone included."""
    family, parents, times = {number}, {}, {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        one = int(place.parent.name)
        parents[one], times[one] = int(fields[1]), sum(map(int, fields[11:15]))
    while more := {one for one, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(times.get(one, 0) for one in family) / os.sysconf("SC_CLK_TCK")


def _environment() -> dict[str, str]:
    without = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**without, **THREADS, "PYTHONPATH": str(ROOT)}
