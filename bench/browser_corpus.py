"""`python -m bench.browser_corpus`: the whole corpus, checked on the page and in the terminal.

Every right and wrong submission of tests/submissions goes through the built site's own panel, with
the mirror of the Python runtime, and through `autograder check`'s own function. Prints every
difference between the two verdicts; exits with 1 when there is one. A program that draws lots is
compared without the places where the terminal differs from itself.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from autograder.course import Course
from autograder.frontends import local
from autograder.submission import read
from tests.panel.panel import Panel
from tests.panel.serving import serving

ROOT = Path(__file__).resolve().parents[1]

CORPUS = ROOT / "tests" / "submissions"
# Who handed it in and which walls stood around it: a page has neither.
APART = {"student", "sandbox"}
# WebAssembly has no floating-point flags, so NumPy there cannot see an overflow to warn of.
WARNING = re.compile(r"^\S+\.py:\d+: RuntimeWarning: .*\n(?:  .*\n)?", re.MULTILINE)


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """Name the places where two verdicts differ, and what stands there."""
    if path.endswith(".evidence.figure"):  # what another matplotlib drew, told in the same words
        return
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted({*one, *other}):
            yield from differences(one.get(key), other.get(key), f"{path}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (mine, theirs) in enumerate(zip(one, other, strict=True)):
            yield from differences(mine, theirs, f"{path}[{index}]")
    elif one != other:
        yield f"{path}: page {str(one)[:300]!r}, terminal {str(other)[:300]!r}"


def apart(verdict: dict[str, Any]) -> dict[str, Any]:
    """Give a verdict without what the page does not have."""
    rest = {key: value for key, value in verdict.items() if key not in APART}
    return {**rest, "output": WARNING.sub("", rest.get("output", ""))}


def terminal(file: Path, course: Course) -> dict[str, Any]:
    """Give the verdict of `autograder check`."""
    submission = read(file, "", file.parent.parent.name)
    with tempfile.TemporaryDirectory() as folder:  # some save figures
        verdict = local.check_submission(submission, Path(folder), course)
    return apart(verdict.to_json())


def compared(mine: dict[str, Any], file: Path, course: Course) -> list[str]:
    """Give the differences between the page's verdict and the terminal's."""
    theirs = terminal(file, course)
    by_chance: set[str] = set()
    found = list(differences(mine, theirs))
    if found:
        again = differences(terminal(file, course), theirs)
        by_chance = {line.partition(": ")[0] for line in again}
    return [line for line in found if line.partition(": ")[0] not in by_chance]


def main() -> int:
    """Compare, and give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="only these submissions")
    chosen = [file.resolve() for file in parser.parse_args().files]
    files = chosen or sorted(CORPUS.glob("*/*/*.py"))
    course, different, began = Course(), 0, time.monotonic()
    browsers = filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    with serving() as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(browsers, None), args=["--no-sandbox"]
        )
        panels: dict[str, Panel] = {}
        for file in files:
            name = file.parent.parent.name
            if name not in panels:
                panels[name] = Panel(browser.new_page(), served, name)
            mine = panels[name].verdict_of(file.read_text(encoding="utf-8"))
            found = compared(apart(mine or {}), file, course)
            different += bool(found)
            for line in found:
                print(f"{file.relative_to(CORPUS)}{line}", flush=True)
        browser.close()
    seconds = time.monotonic() - began
    print(f"{len(files)} submissions, {different} with a difference, {seconds:.0f} s")
    return 1 if different else 0


if __name__ == "__main__":
    raise SystemExit(main())
