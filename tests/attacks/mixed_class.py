"""Grade a class of which some submissions are attacks, and the class without them, and compare.

    python tests/attacks/contain.py -- python tests/attacks/mixed_class.py [options]

The verdict files of the honest must be the same, byte for byte; the longer run, the largest file of
results and the grader's peak of memory are told.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CORPUS = HERE / "corpus"
SCRATCH = Path("/tmp/mixed")
sys.path[:0] = [str(HERE)]

import contain  # noqa: E402
import course  # noqa: E402


def honest() -> Iterator[tuple[str, str, str]]:
    """Give students, exercises and sources: what the checks are proved with, right and wrong."""
    files = sorted((ROOT / "tests" / "submissions").glob("*/*/*.py"))
    for number, file in enumerate(files):
        yield f"honest-{number:03}", file.parents[1].name, file.read_text()


def attackers() -> Iterator[tuple[str, str, str]]:
    """Give the corpus as students, in an order that mixes its categories."""
    files = sorted(CORPUS.glob("*/*.py"), key=lambda file: (file.stem, file.parent.name))
    while True:
        step = 7 if len(files) % 7 else 11  # so that neighbours by name are not one after the other
        for index in range(len(files)):
            file = files[index * step % len(files)]
            source = file.read_text()
            yield file.stem, course.exercise_of(source), source


@dataclass(frozen=True)
class Run:
    """What grading a class took."""

    results: Path
    seconds: float
    peak: int  # MB of the largest process that is not a worker's

    @property
    def largest(self) -> tuple[int, str]:
        """Return the size in bytes of the largest file of results, with its name."""
        files = [path for path in self.results.rglob("*") if path.is_file()]
        return max((path.stat().st_size, path.name) for path in files)


def grade(name: str, students: list[tuple[str, str, str]]) -> Run:
    """Hand a class in and grade it with the command."""
    place, results = SCRATCH / name / "submissions", SCRATCH / name / "results"
    for student, exercise, source in students:
        folder = place / student
        folder.mkdir(parents=True)
        (folder / f"{exercise}.py").write_text(source)
    began = time.monotonic()
    process = subprocess.Popen(
        [
            *(sys.executable, "-c", "from autograder.cli import main; main()"),
            *("grade", str(place), "--output", str(results), "--course", str(ROOT)),
            *("--quiet", "--language", "en", "--processes", "2"),
        ],
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, _resident())
        time.sleep(0.2)
    seconds = time.monotonic() - began
    print(f"{name}: {len(students)} submissions, status {process.returncode}, {seconds:.0f} s")
    return Run(results, seconds, peak)


def _resident() -> int:
    """Return how many MB the largest process holds that grades, judges or forks workers."""
    largest = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError, StopIteration):
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
            if int(lines["Seccomp"]) == 0 and "VmHWM" in lines:  # a worker is filtered
                largest = max(largest, int(lines["VmHWM"].split()[0]) // 1024)
    return largest


def main() -> int:
    """Grade both classes; name the honest whose verdicts differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=100, help="how many are in the class")
    parser.add_argument("--one-in", type=int, default=2, help="every n-th of them attacks")
    options = parser.parse_args()
    if os.environ.get(contain.INSIDE) != "1":
        sys.exit("The attacks run inside the containment only: tests/attacks/contain.py")
    contain.try_cage()
    os.environ["MPLCONFIGDIR"] = "/run/matplotlib"
    good, bad = cycle(honest()), attackers()
    mixed, alone = [], []
    for index in range(options.students):
        attacks = index % options.one_in == options.one_in - 1
        student, exercise, source = next(bad if attacks else good)
        one = (f"{index:03}-{student}", exercise, source)
        mixed.append(one)
        if not attacks:
            alone.append(one)
    quiet, loud = grade("alone", alone), grade("mixed", mixed)
    differing = [
        path.relative_to(quiet.results / "verdicts")
        for path in sorted((quiet.results / "verdicts").rglob("*.json"))
        if _bytes(path) != _bytes(loud.results / path.relative_to(quiet.results))
    ]
    count = len(list((quiet.results / "verdicts").rglob("*.json")))
    print(f"{count} honest verdicts, {len(differing)} differ")
    print(f"the class with attacks took {loud.seconds / quiet.seconds:.2f} times as long")
    print("largest file of results: {} bytes, {}".format(*loud.largest))
    print(f"peak memory of the grader's largest process: {loud.peak} MB, alone {quiet.peak} MB")
    for path in differing:
        lines = [
            _bytes(run.results / "verdicts" / path).decode().splitlines() for run in (quiet, loud)
        ]
        print(path, *difflib.unified_diff(*lines, "alone", "mixed", lineterm="", n=0), sep="\n")
    return 1 if differing or count != len(alone) else 0


def _bytes(path: Path) -> bytes:
    with contextlib.suppress(OSError):
        return path.read_bytes()
    return b""


if __name__ == "__main__":
    sys.exit(main())
