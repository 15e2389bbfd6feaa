"""Hand in files of random bytes, random Python and random notebooks, and see that nothing breaks.

    python -m bench.fuzz_files --files 10000 --seed 0

Each file is found, read and graded in a locked-down worker, like any other. Every one must end in
a verdict, with no error of ours; a crash of the grader ends the run.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import random
import sys
import tempfile
import time
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from autograder.course import exercise as exercises
from autograder.course.exercise import Exercise
from autograder.grading.session import alone
from autograder.sandbox import Limits
from autograder.sandbox.trusted.locked import Locked
from autograder.sandbox.trusted.zygote_client import Zygote
from autograder.submission import find
from autograder.verdict import Outcome

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("numerical_gradient", "gradient_descent", "plotting")
LIMITS = Limits(load=0.4, call=0.2)
TOTAL = 1.2
PIECES = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"# -*- coding: utf-7 -*-\n", b"\r", b"\x1b[2J"),
    *("勾配".encode(), b"(" * 300, b"\t", b"\\\n", b"'''", b"{}", b"lambda", b"\xed\xa0\x80"),
    *(b"0" * 5000, b"import os\n"),
)


def random_bytes(chance: random.Random) -> bytes:
    """Give bytes that are mostly noise."""
    noise = chance.randbytes(chance.choice((0, 1, 100, 5_000, 100_000)))
    return chance.choice(PIECES) + noise + chance.choice(PIECES)


def random_python(chance: random.Random) -> bytes:
    """Give a solution whose tokens have been exchanged, doubled and dropped."""
    source = (ROOT / "solutions" / f"{chance.choice(NAMES)}.py").read_text(encoding="utf-8")
    words = [token.string for token in _tokens(source)]
    for _ in range(chance.choice((1, 3, 10, 100))):
        at, other = chance.randrange(len(words)), chance.randrange(len(words))
        change = chance.randrange(4)
        if change == 0:
            words[at] = words[other]
        elif change == 1:
            del words[at]
        elif change == 2:
            words.insert(at, words[other])
        else:
            words[at], words[other] = words[other], words[at]
    text = " ".join(words) if chance.random() < 0.2 else _in_place(source, words, chance)
    return text.encode("utf-8", "surrogatepass")


def _tokens(source: str) -> list[tokenize.TokenInfo]:
    return list(tokenize.generate_tokens(io.StringIO(source).readline))


def _in_place(source: str, words: list[str], chance: random.Random) -> str:
    """Give the source with single words replaced, its lines still lines."""
    lines = source.splitlines(keepends=True)
    for _ in range(chance.choice((1, 3, 10))):
        at = chance.randrange(len(lines))
        parts = lines[at].split(" ")
        parts[chance.randrange(len(parts))] = chance.choice(words)
        lines[at] = " ".join(parts)
    return "".join(lines)


def random_notebook(chance: random.Random) -> bytes:
    """Give a notebook that is none, or an odd one."""
    cells = [
        {
            "cell_type": chance.choice(("code", "markdown", "raw", None, 3)),
            "source": chance.choice((["x = 1\n"], "%time 1\n!ls\n?x", None, 7, [1, 2], {"a": []})),
            "metadata": chance.choice(({}, None, [], {"nbgrader": {"grade": "yes", "points": -1}})),
            "outputs": chance.choice(([], None, [{"output_type": "error"}], "x" * 10_000)),
            "execution_count": chance.choice((None, -1, "x", 10**30)),
        }
        for _ in range(chance.choice((0, 1, 5)))
    ]
    notebook = {
        "nbformat": chance.choice((4, 3, 5, "4", None, -1)),
        "nbformat_minor": chance.choice((5, None, "x")),
        "metadata": chance.choice(({}, None, {"kernelspec": {"language": "R"}})),
        "cells": chance.choice((cells, cells, None, {}, "x")),
    }
    text = json.dumps(notebook).encode()
    return text if chance.random() < 0.7 else text[: chance.randrange(len(text))]


def hand_in(place: Path, count: int, chance: random.Random) -> None:
    """Write a class of so many submissions."""
    for index in range(count):
        make, ending = chance.choice(
            (
                (random_bytes, "py"),
                (random_python, "py"),
                (random_python, "py"),
                (random_bytes, "ipynb"),
                (random_notebook, "ipynb"),
            )
        )
        folder = place / f"student-{index:05}"
        folder.mkdir()
        (folder / f"{chance.choice(NAMES)}.{ending}").write_bytes(make(chance))


def outcomes(place: Path, zygote: Zygote) -> Iterator[tuple[str, float, Outcome | str]]:
    """Grade a class; give students, seconds and how the worst check ended."""
    course: dict[str, Exercise] = {
        name: exercises.named(name, ROOT / "solutions") for name in NAMES
    }
    found = find(place, NAMES)
    for _, reason in found.ignored:
        yield "", 0.0, f"ignored: {reason}"
    for submission in found.submissions:
        exercise = course[submission.exercise]
        began = time.perf_counter()
        verdict = alone(submission, exercise, Locked(zygote, LIMITS, TOTAL))
        seconds = time.perf_counter() - began
        ended = {check.outcome for check in verdict.checks}
        worst = next(one for one in reversed(Outcome) if one in ended)
        yield submission.student, seconds, worst


def main() -> int:
    """Hand in, grade and count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    longest, errors = 0.0, []
    with contextlib.ExitStack() as stack:
        zygote = stack.enter_context(Zygote([ROOT / "solutions"]))
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        hand_in(place, options.files, random.Random(options.seed))
        for student, seconds, worst in outcomes(place, zygote):
            counts[str(worst)[:40]] += 1
            longest = max(longest, seconds)
            if worst is Outcome.ERROR:
                errors.append(student)
    print(f"{options.files} files: {dict(counts)}; the longest took {longest:.1f} s")
    print(f"errors of ours: {errors}")
    return 1 if errors or longest > TOTAL + 2 else 0


if __name__ == "__main__":
    sys.exit(main())
