"""What students are given in one zip: it works where it is unpacked, and solves nothing."""

from __future__ import annotations

import ast
import base64
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.course import Course
from autograder.course.bundle import bundle
from autograder.grading import session
from autograder.sandbox.kind import Kind
from autograder.sandbox.trusted.kinds import opener
from autograder.submission import Submission

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory) -> Path:
    """Write the students' zip and unpack it."""
    place = tmp_path_factory.mktemp("handed-out")
    written = bundle(Course(ROOT), place / "students.zip")
    with zipfile.ZipFile(written) as archive:
        archive.extractall(place)
    return place / "kobai"


@pytest.fixture(scope="module")
def wheel(unpacked) -> zipfile.ZipFile:
    (file,) = unpacked.glob("*.whl")
    return zipfile.ZipFile(io.BytesIO(file.read_bytes()))


def test_the_folder_holds_what_a_student_needs(unpacked):
    """Stubs, notebooks, a guide in each language, and the wheel; nothing else."""
    names = ("numerical_gradient", "gradient_descent", "plotting")

    there = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*.*")}

    (packed,) = (name for name in there if name.endswith(".whl"))
    assert there == {
        "README.md",
        "README.ja.md",
        packed,
        *(f"{name}.py" for name in names),
        *(f"notebooks/{name}.ipynb" for name in names),
    }
    for guide in ("README.md", "README.ja.md"):
        text = (unpacked / guide).read_text("utf-8")
        assert text.count(f"python -m pip install {packed}\n") == 2
        assert r".venv\Scripts\activate" in text


def test_the_wheel_is_one(wheel):
    """Every member is in RECORD with its digest, and the command is there."""
    (record,) = (name for name in wheel.namelist() if name.endswith(".dist-info/RECORD"))
    rows = [line.split(",") for line in wheel.read(record).decode().splitlines()]

    assert sorted(row[0] for row in rows) == sorted(wheel.namelist())
    for name, digest, size in rows:
        if name != record:
            data = wheel.read(name)
            told = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            assert (digest, size) == (f"sha256={told}", str(len(data)))
    entries = wheel.read(record.replace("RECORD", "entry_points.txt")).decode()
    assert "autograder = autograder.cli:main" in entries


def test_the_unpacked_folder_can_be_checked(unpacked, wheel, tmp_path):
    """With the wheel's files on the path, every stub is found, and the next step is told."""
    wheel.extractall(tmp_path)

    done = subprocess.run(
        [sys.executable, "-m", "autograder", "check"],
        cwd=unpacked,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 1, done.stderr
    assert "plotting: 0 of" in done.stdout
    assert "Next: “the file runs" in done.stdout


def test_nothing_in_it_solves(unpacked, wheel):
    """No function of an asked-for name earns a point, and no line of a solution is there."""
    course, opened = Course(ROOT), opener(Kind.TRUST)
    asked = {name: exercise for exercise, names in course.functions.items() for name in names}
    texts = {path.name: path.read_text("utf-8") for path in unpacked.glob("*.py")}
    for path in unpacked.rglob("*.ipynb"):
        cells = json.loads(path.read_text("utf-8"))["cells"]
        code = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
        texts[path.name] = "\n".join(code)
    for name in wheel.namelist():
        if name.endswith(".py"):
            texts[name] = wheel.read(name).decode("utf-8")

    for text in texts.values():
        for exercise in {asked[name] for name in _defined(text) if name in asked}:
            submission = Submission("", exercise, None, text)
            verdict = session.alone(submission, course.exercises[exercise], opened())
            assert verdict.score == 0

    everything = "\n".join(texts.values())
    for file in (ROOT / "solutions").glob("*.py"):
        assert not [line for line in _solving(file) if line in everything]
    hidden = (ROOT / "solutions" / "checks").glob("*.py")
    titles = [line for file in hidden for line in file.read_text("utf-8").splitlines()]
    claims = [line.strip() for line in titles if line.startswith('    """') and len(line) > 20]
    assert claims
    assert not [line for line in claims if line in everything]


def _defined(text: str) -> set[str]:
    """Return the names of the functions that a file defines; a notebook's magics are no code."""
    lines = [line for line in text.splitlines() if not line.startswith("%")]
    tree = ast.parse("\n".join(lines))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def _solving(file: Path) -> list[str]:
    """Return the longer lines between the marks of a solution."""
    is_within, lines = False, []
    for line in file.read_text("utf-8").splitlines():
        if "BEGIN SOLUTION" in line or "END SOLUTION" in line:
            is_within = "BEGIN" in line
        elif is_within and len(line.strip()) > 30:
            lines.append(line.strip())
    return lines
