"""A fuzzer for the checks: whatever comes back from a student's code, no check of ours breaks.

    python -m bench.fuzz_verdicts --answers 1000000 --seed 0

Numbers are made up, near what is right and far from it; figures are those of honest files, spoiled
in a few places. The checks are those of the course.
"""

from __future__ import annotations

import argparse
import sys
import time

from tests import spoiled_figures
from tests.answers import fuzz

NUMBERS = ("numerical_gradient", "gradient_descent")
AT_ONCE = 1_000  # answers between two lines, so that a run that is ended tells how far it came


def main(arguments: list[str] | None = None) -> int:
    """Fuzz all exercises in turn and print what broke; give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz_verdicts", description=__doc__)
    parser.add_argument("--answers", type=int, default=1_000_000, help="made up in all")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    found: list[str] = []
    count, seed, began = 0, options.seed, time.monotonic()
    while count < options.answers:
        for exercise in NUMBERS:
            answers, broken = fuzz(exercise, seed, AT_ONCE)
            count, found = count + answers, found + broken
        for source in spoiled_figures.SOURCES:
            seeds = range(seed * AT_ONCE, seed * AT_ONCE + AT_ONCE // 10)
            answers, _failed, broken = spoiled_figures.fuzz(source, seeds)
            count, found = count + answers, found + broken
        seed += 1
        print(
            f"{count} answers in {time.monotonic() - began:.0f} s, {len(found)} broke", flush=True
        )
    print("\n".join(sorted(set(found))))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
