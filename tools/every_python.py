"""The two commands with every Python of this machine, each in a clone of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ("demo", "test")
OLDEST = (3, 11)
VERSION = "import sys; print(*sys.version_info[:3])"


def main(arguments: Sequence[str]) -> int:
    """Try each command (or those named) with each Python; return 0 if all ended well."""
    commands = tuple(arguments) or COMMANDS
    found = pythons()
    for version, python in found.items():
        print(f"{_name(version)} is {python}")
    results = [_try(python, _name(version), commands) for version, python in found.items()]
    return 0 if results and all(results) else 1


def pythons() -> dict[tuple[int, ...], Path]:
    """Return a Python for each version that the course runs with, the oldest first."""
    found: dict[tuple[int, ...], Path] = {}
    for path in _candidates():
        asked = subprocess.run([path, "-c", VERSION], capture_output=True, text=True, check=False)
        version = tuple(map(int, asked.stdout.split()))
        if version >= OLDEST:
            found.setdefault(version, path)
    return dict(sorted(found.items()))


def _candidates() -> Iterator[Path]:
    """Give what is named like a Python on the path, and where pyenv and uv keep theirs."""
    home = Path.home()
    kept = [
        *Path(os.environ.get("PYENV_ROOT", home / ".pyenv")).glob("versions/*/bin"),
        *home.glob(".local/share/uv/python/*/bin"),
    ]
    for folder in [Path("/usr/bin"), *map(Path, os.get_exec_path()), *kept]:
        if folder.is_dir():
            names = sorted(path for path in folder.iterdir())
            yield from (path for path in names if re.fullmatch(r"python3\.\d+", path.name))


def _try(python: Path, version: str, commands: Sequence[str]) -> bool:
    """Run the commands in a clone of what is committed; say how long each took."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "clone", "--quiet", ROOT, folder], check=True)
        for command in commands:
            began = time.monotonic()
            done = subprocess.run(
                ["make", f"PYTHON={python}", command],
                cwd=folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                check=False,
            )
            ended = "failed" if done.returncode else "ended well"
            took = time.monotonic() - began
            print(f"{version}: make {command} {ended} after {took:.0f} s", flush=True)
            if done.returncode:
                print(done.stdout, flush=True)
                return False
    return True


def _name(version: Sequence[int]) -> str:
    return ".".join(map(str, version))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
