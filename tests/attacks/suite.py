"""Run the whole attack suite, wall up and wall down, and say what got through: `make attacks`.

    python tests/attacks/suite.py [--quick] [--write]

Every run happens in the containment (contain.py); without it nothing starts. As root it runs the
suite as root and as a user, as a user as that user only. The exit status is 1 if an attack that
met the whole wall achieved anything.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

import page  # noqa: E402

CATEGORIES = ("forge", "secrets", "escape", "exhaust", "interfere")
SECONDS = 3000

# Who runs it, which wall, and how the row is called.
RUNS: tuple[tuple[str, str, str], ...] = (
    ("root", "full", "everything, as root"),
    ("user", "full", "everything, as a user"),
    ("root", "four", "everything but bubblewrap, as root (own uid, closed folder)"),
    ("user", "four", "everything but bubblewrap, as a user"),
    ("user", "seccomp", "limits, no privileges and seccomp"),
    ("user", "landlock", "limits, no privileges and Landlock"),
    ("user", "limits", "limits and no privileges"),
    ("user", "trust", "a process of its own and nothing else (--sandbox=trust)"),
)
# Nothing may get through these; as root an id of its own stands in for bubblewrap (containers).
COMPLETE = {("root", "full"), ("user", "full"), ("root", "four")}


def run(identity: str, wall: str, only: str) -> list[dict[str, Any]]:
    """Run the corpus against one wall in the containment; give what each attack achieved."""
    command = [
        *(sys.executable, str(HERE / "contain.py"), "--as", identity, "--seconds", str(SECONDS)),
        *("--", sys.executable, str(HERE / "run.py"), "--layers", wall, "--only", only),
    ]
    done = subprocess.run(
        ["timeout", "-k", "10", str(SECONDS + 60), *command],
        stdout=subprocess.PIPE,
        check=False,
        cwd=HERE.parents[1],
    )
    if done.returncode != 0:
        sys.exit(f"the run as {identity} with {wall} ended with status {done.returncode}")
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def succeeded(outcomes: Mapping[str, Any]) -> bool:
    """Say whether an attack achieved anything."""
    harmless = {"attack", "category", "seconds", "note"}
    return any(value for name, value in outcomes.items() if name not in harmless)


Row = tuple[str, str, Sequence[Mapping[str, Any]]]


def table(rows: Iterable[Row]) -> str:
    """Give a table of what got through, a row for each wall and a column for each category."""
    rows = list(rows)
    counts = {
        category: sum(one["category"] == category for one in rows[0][2]) for category in CATEGORIES
    }
    head = [f"{category} ({counts[category]})" for category in CATEGORIES]
    lines = ["| what stands | " + " | ".join(head) + " |", "|---" * (len(head) + 1) + "|"]
    for _, name, outcomes in rows:
        through = [
            sum(succeeded(one) for one in outcomes if one["category"] == category)
            for category in CATEGORIES
        ]
        lines.append(f"| {name} | " + " | ".join(map(str, through)) + " |")
    return "\n".join(lines)


def main() -> int:
    """Run, print the table and the attacks that got through, and keep the numbers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="complete walls only")
    parser.add_argument("--walls", nargs="+", help="some of the walls only")
    parser.add_argument("--only", default="*.py", help="a pattern for the names of attacks")
    parser.add_argument("--write", action="store_true", help="put the numbers into the pages")
    options = parser.parse_args()
    wanted = [one for one in RUNS if os.geteuid() == 0 or one[0] == "user"]
    if options.quick:
        wanted = [one for one in wanted if one[:2] in COMPLETE]
    if options.walls:
        wanted = [one for one in wanted if one[1] in options.walls]
    rows = []
    broken = 0
    for identity, wall, name in wanted:
        outcomes = run(identity, wall, options.only)
        rows.append((f"{identity} {wall}", name, outcomes))
        through = [one for one in outcomes if succeeded(one)]
        print(f"{name}: {len(through)} of {len(outcomes)} got through", flush=True)
        for one in through:
            print("  ", one["attack"], {key: value for key, value in one.items() if value})
        if (identity, wall) in COMPLETE:
            broken += len(through)
        if options.write:  # after each: a run of all takes long
            page.write(_merged(_row(f"{identity} {wall}", outcomes), outcomes))
    print(table(rows))
    return 1 if broken else 0


def _row(wall: str, outcomes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Give what the page about security shows of one wall."""
    return {
        "wall": wall,
        "slowest": max(one["seconds"] for one in outcomes),
        "through": {
            category: sorted(
                one["attack"] for one in outcomes if one["category"] == category and succeeded(one)
            )
            for category in CATEGORIES
        },
        "of": {
            category: len([*(HERE / "corpus" / category).glob("*.py")]) for category in CATEGORIES
        },
    }


def _merged(row: dict[str, Any], outcomes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Give all numbers, keeping those of walls and of attacks that were not run this time."""
    kept = json.loads(page.NUMBERS.read_text(encoding="utf-8")) if page.NUMBERS.exists() else {}
    rows = {one["wall"]: one for one in kept.get("rows", ())}
    before = rows.get(row["wall"])
    if before is not None:
        ran = {one["attack"] for one in outcomes}
        for category, through in row["through"].items():
            old = {one for one in before["through"][category] if _exists(one)}
            row["through"][category] = sorted({*(old - ran), *through})
        if len(ran) < sum(row["of"].values()):
            row["slowest"] = max(row["slowest"], before["slowest"])
    rows[row["wall"]] = row
    order = [f"{identity} {wall}" for identity, wall, _ in RUNS]
    return {
        "machine": f"Linux {platform.release().split('-')[0]}, {platform.machine()}",
        "rows": [rows[wall] for wall in order if wall in rows],
    }


def _exists(attack: str) -> bool:
    return (HERE / "corpus" / f"{attack}.py").exists()


if __name__ == "__main__":
    sys.exit(main())
