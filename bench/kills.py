"""Kill a run at random moments, resume it, and compare with a run that nobody disturbed."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.sandbox.kind import Kind

from . import students


@dataclass(frozen=True)
class Survived:
    """What came of many kills.

    Attributes:
        kills: how many hit a run in its middle.
        rounds: how many classes were graded on the way, each from nothing to its end.
        same: whether every round ended in the bytes of the undisturbed run.
        twice: how many submissions were graded again although their verdict was written.
    """

    kills: int
    rounds: int
    same: bool
    twice: int


def command(submissions: Path, results: Path, kind: Kind = Kind.LOCKED) -> list[str]:
    """Give the command that grades; every verdict becomes a line of JSON."""
    return [
        *(sys.executable, "-m", "autograder", "grade", str(submissions), "--output", str(results)),
        *("--course", str(students.ROOT), "--processes", "2", "--json-lines"),
        *("--sandbox", kind),
    ]


def contents(results: Path) -> dict[str, bytes]:
    """Give every file under verdicts/, also what should not be there."""
    folder = results / "verdicts"
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def survive(
    kills: int, count: int, folder: Path, seed: int = 0, kind: Kind = Kind.LOCKED
) -> Survived:
    """Kill so many times; a round that ends before all are spent is followed by another."""
    chance = random.Random(seed)
    submissions = students.write(folder / "class", count)
    began = time.monotonic()
    _run_to_end(command(submissions, folder / "undisturbed", kind))
    whole = time.monotonic() - began
    expected = contents(folder / "undisturbed")
    done, rounds, same, twice = 0, 0, True, 0
    while done < kills:
        results = folder / "disturbed"
        shutil.rmtree(results, ignore_errors=True)
        words = command(submissions, results, kind)
        while done < kills and _killed(words, chance.uniform(0.2, 1) * whole):
            done += 1
        written = {name for name in contents(results) if "/." not in name}
        again = _run_to_end(words)
        twice += sum(1 for line in again if _graded_again(line, written))
        same = same and contents(results) == expected
        rounds += 1
    return Survived(done, rounds, same, twice)


def _graded_again(line: str, written: set[str]) -> bool:
    told = json.loads(line)
    return bool(told["new"]) and f"{told['student']}/{told['exercise']}.json" in written


def _run_to_end(words: Sequence[str]) -> list[str]:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"grading ends with {done.returncode}: {done.stderr[-1000:]}")
    return done.stdout.splitlines()


def _killed(words: Sequence[str], seconds: float) -> bool:
    """Start a run and kill it after so long; False if it had ended before."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(words, stdout=quiet, stderr=quiet)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
        return False
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    return True
