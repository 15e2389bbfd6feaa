"""Find classes of sixty that mix what people hand in at random, and compare with the truth.

    python -m bench.messy_classes --seeds 200

Everybody must be found once, every right program be the one that is taken, and whatever is left
out have a reason. The run ends with exit status 1 if one class is not found whole.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
import messy  # noqa: E402


def differences(folder: Path, seed: int) -> list[str]:
    """Return where what is found of the class of a seed is not the truth about it."""
    return messy.differences(messy.make(folder, seed))


def main() -> int:
    """Find as many classes as asked for, and say which are not found whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    given = parser.parse_args()
    wrong, began = 0, time.perf_counter()
    for seed in range(given.first, given.first + given.seeds):
        with tempfile.TemporaryDirectory() as folder:
            said = differences(Path(folder), seed)
        wrong += bool(said)
        for line in said:
            print(f"seed {seed}: {line}", flush=True)
    print(f"{given.seeds - wrong} of {given.seeds} whole, {time.perf_counter() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
