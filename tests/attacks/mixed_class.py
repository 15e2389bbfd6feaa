"""Grade a class twice, alone and with an attack after every honest submission, and compare.

    python tests/attacks/contain.py -- python tests/attacks/mixed_class.py [--every 5]

The verdict files of the honest must be the same, byte for byte.
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
from itertools import cycle, islice
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


def attackers(every: int) -> Iterator[tuple[str, str, str]]:
    """Give the corpus as students, in an order that mixes its categories."""
    files = sorted(CORPUS.glob("*/*.py"), key=lambda file: (file.stem, file.parent.name))[::every]
    for file in files:
        source = file.read_text()
        yield file.stem, course.exercise_of(source), source


def grade(name: str, students: list[tuple[str, str, str]]) -> Path:
    """Hand a class in and grade it with the command; give the folder of results."""
    place, results = SCRATCH / name / "submissions", SCRATCH / name / "results"
    for student, exercise, source in students:
        folder = place / student
        folder.mkdir(parents=True)
        (folder / f"{exercise}.py").write_text(source)
    began = time.monotonic()
    done = subprocess.run(
        [
            *(sys.executable, "-c", "from autograder.cli import main; main()"),
            *("grade", str(place), "--output", str(results), "--course", str(ROOT)),
            *("--quiet", "--language", "en", "--processes", "2"),
        ],
        check=False,
        timeout=1500,
    )
    seconds = time.monotonic() - began
    print(f"{name}: {len(students)} submissions, status {done.returncode}, {seconds:.0f} s")
    return results


def main() -> int:
    """Grade both classes; name the honest whose verdicts differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=3, help="take every n-th attack")
    options = parser.parse_args()
    if os.environ.get(contain.INSIDE) != "1":
        sys.exit("The attacks run inside the containment only: tests/attacks/contain.py")
    contain.try_cage()
    os.environ["MPLCONFIGDIR"] = "/run/matplotlib"
    attacks = list(attackers(options.every))
    good = list(islice(cycle(honest()), len(attacks)))
    good = [(f"honest-{index:03}", *rest) for index, (_, *rest) in enumerate(good)]
    mixed = [
        (f"{index:03}-{kind}-{student}", exercise, source)
        for index, pair in enumerate(zip(good, attacks, strict=True))
        for kind, (student, exercise, source) in zip("ab", pair, strict=True)
    ]
    alone = [one for one in mixed if "-a-" in one[0]]
    quiet, loud = grade("alone", alone), grade("mixed", mixed)
    differing = [
        path.relative_to(quiet / "verdicts")
        for path in sorted((quiet / "verdicts").rglob("*.json"))
        if _bytes(path) != _bytes(loud / path.relative_to(quiet))
    ]
    count = len(list((quiet / "verdicts").rglob("*.json")))
    print(f"{count} honest verdicts, {len(differing)} differ")
    for path in differing:
        lines = [
            _bytes(results / "verdicts" / path).decode().splitlines() for results in (quiet, loud)
        ]
        print(path, *difflib.unified_diff(*lines, "alone", "mixed", lineterm="", n=0), sep="\n")
    return 1 if differing or count != len(alone) else 0


def _bytes(path: Path) -> bytes:
    with contextlib.suppress(OSError):
        return path.read_bytes()
    return b""


if __name__ == "__main__":
    sys.exit(main())
