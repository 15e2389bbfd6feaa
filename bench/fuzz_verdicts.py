"""A fuzzer for the checks: whatever comes back from a student's code, no check of ours breaks.

    python -m bench.fuzz_verdicts --answers 1000000 --seed 0

The answers are made up, near what is right and far from it; the checks are those of the course.
"""

from __future__ import annotations

import argparse
import sys
import time

from tests.answers import fuzz

EXERCISES = ("numerical_gradient", "gradient_descent")


def main(arguments: list[str] | None = None) -> int:
    """Fuzz each exercise and print what broke; give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz_verdicts", description=__doc__)
    parser.add_argument("--answers", type=int, default=1_000_000, help="made up in all")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    found: list[str] = []
    for exercise in EXERCISES:
        began = time.monotonic()
        count, broken = fuzz(exercise, options.seed, options.answers // len(EXERCISES))
        found += broken
        print(
            f"{exercise}: {count} answers in {time.monotonic() - began:.0f} s, {len(broken)} broke"
        )
    print("\n".join(sorted(set(found))))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
