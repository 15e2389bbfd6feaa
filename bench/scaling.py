"""Classes of many sizes: time for each student, memory of who must be trusted, a second run."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from . import recording, students
from .measuring import THREADS, adopt_orphans, bury

MEGABYTE = 2**10  # in the kilobytes of getrusage
FEW = 4  # students whose time is taken off, as the start
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
    folder = students.written(count)
    results = students.place() / "results" / f"scale-{count}"
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
    process = _start(command)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ends with {process.returncode}")
    bury()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    user, system = after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime
    return user + system, used.ru_maxrss / MEGABYTE


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **THREADS, "PYTHONPATH": str(students.ROOT)}
    return subprocess.Popen(command, cwd=students.ROOT, env=environment)


def speed_up(count: int) -> dict[str, float]:
    """Give how much more two cores do than one: ours, and the floor started once for each core.

    Throughput is the number of students beyond a few, by the clock, so that no start counts.
    """
    ours = {cores: _rate(count, _ours, cores, copies=1) for cores in (1, 2)}
    floor = {cores: _rate(count, _floor, cores, copies=cores) for cores in (1, 2)}
    return {
        "1": ours[1],
        "2": ours[2],
        "ratio": ours[2] / ours[1],
        "floor": floor[2] / floor[1],
    }


def _rate(
    count: int, command: Callable[[int, int], Sequence[str]], cores: int, copies: int
) -> float:
    """Give students for each second of the clock, of copies of a command that run side by side."""
    seconds = []
    for size in (FEW, count):
        words = command(size, cores)
        began = time.perf_counter()
        for process in [_start(words) for _copy in range(copies)]:
            if process.wait():
                raise RuntimeError(f"{words} ends with {process.returncode}")
        seconds.append(time.perf_counter() - began)
    return copies * (count - FEW) / (seconds[1] - seconds[0])


def _ours(count: int, cores: int) -> list[str]:
    folder = students.written(count)
    command = [sys.executable, "-m", "bench.ours", folder, students.place() / "results" / "cores"]
    return [str(part) for part in (*command, "--processes", cores)]


def _floor(count: int, _cores: int) -> list[str]:
    return [sys.executable, "-m", "bench.floor", str(recording.sessions(count))]
