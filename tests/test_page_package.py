"""The wheel that a page fetches: it needs nothing of the repository that is not in it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.course import Course
from docs.builder import package

CHECK = """
import json, sys
sys.path.insert(0, sys.argv[1])
from autograder.frontends import page
assert page.__file__.startswith(sys.argv[1]), page.__file__
print(page.check(sys.stdin.read()).words())
"""
ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", Course().exercises)
def test_the_wheel_alone_checks_an_exercise(tmp_path: Path, name: str) -> None:
    """Every solution gets full points from what is in the wheel, in a Python of its own."""
    with zipfile.ZipFile(io.BytesIO(package.wheel())) as archive:
        archive.extractall(tmp_path)
    sources = {one.stem: one.read_text("utf-8") for one in (ROOT / "solutions").glob("*.py")}
    request = json.dumps({"exercise": name, "sources": sources})

    done = subprocess.run(
        [sys.executable, "-P", "-c", CHECK, str(tmp_path)],
        input=request,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    verdict = json.loads(done.stdout or "{}")

    assert done.returncode == 0, done.stderr
    assert verdict["score"] == verdict["points"] == Course().points[name]
