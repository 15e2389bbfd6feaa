"""Classes of many sizes: time for each student, memory of who must be trusted, a second run."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass

from . import students
from .measuring import THREADS, adopt_orphans, bury
from .peers.graders import CACHE

MEGABYTE = 2**10  # in the kilobytes of getrusage
# Three files each: 33 students hand in a hundred submissions, 667 two thousand.
SIZES = (10, 33, 100, 333, 667, 1667, 5000)


@dataclass(frozen=True)
class Size:
    """One class.

    Attributes:
        students: how many; each hands in three files.
        processor: seconds of processor time for the whole class.
        again: the same for a second run, in which nothing has changed.
        memory: megabytes, at most, of the process that finds, writes and tells.
    """

    students: int
    processor: float
    again: float
    memory: float


def measure(count: int) -> dict[str, float]:
    """Grade a class of so many students with the whole command, and once more."""
    folder = students.write(CACHE / "classes" / f"{count}", count)
    results = CACHE / "results" / f"scale-{count}"
    shutil.rmtree(results, ignore_errors=True)
    command = [sys.executable, "-m", "autograder", "grade", folder, "--output", results]
    command += ["--processes", "1", "--quiet"]
    first, memory = _run([str(part) for part in command])
    again, _memory = _run([str(part) for part in command])
    size = Size(count, round(first, 3), round(again, 3), round(memory, 1))
    shutil.rmtree(results, ignore_errors=True)
    return asdict(size)


def _run(command: list[str]) -> tuple[float, float]:
    """Run a command; give its processor time with all its children's, and its own memory."""
    adopt_orphans()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, **THREADS, "PYTHONPATH": str(students.ROOT)}
    process = subprocess.Popen(command, cwd=students.ROOT, env=environment)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ends with {process.returncode}")
    bury()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    user, system = after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime
    return user + system, used.ru_maxrss / MEGABYTE


def speed_up(count: int) -> dict[str, float]:
    """Grade a class with one process and with two; give students for each second of the clock."""
    folder = students.write(CACHE / "classes" / f"{count}", count)
    rates = {}
    for processes in (1, 2):
        results = CACHE / "results" / "cores"
        command = [sys.executable, "-m", "bench.ours", folder, results]
        few = students.write(CACHE / "classes" / "4", 4)
        seconds = []
        for place in (few, folder):
            command[3] = place
            began = time.perf_counter()
            _run([str(part) for part in (*command, "--processes", processes)])
            seconds.append(time.perf_counter() - began)
        rates[f"{processes}"] = (count - 4) / (seconds[1] - seconds[0])
    return {**rates, "ratio": rates["2"] / rates["1"]}
