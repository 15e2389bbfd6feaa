"""Nothing hidden leaks: words planted in every solution and hidden check turn up nowhere."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STUDENTS = ("article-mended-1",)
PACKAGED = ("autograder", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
CANARY = "CANARY7f3c"
BREAKS = '''

@points(0)
def check_that_breaks(student):
    """a hidden check with a fault of its own, which the solution does not find"""
    from autograder.checking import defines
    if defines(student, "function_2"):
        raise ValueError({word!r})
'''


def planted_solution(source: str, word: str) -> str:
    """Give a solution with a word in every region that students do not get."""
    return re.sub(
        r"^( *)### BEGIN SOLUTION$",
        rf'\g<0>\n\1canary = "{word}"  # {word}',
        source,
        flags=re.MULTILINE,
    )


def planted_check(source: str, word: str) -> str:
    """Give a check file with a word in every function, and a check that raises it."""
    lines = source.splitlines()
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    for function in sorted(functions, key=lambda node: node.lineno, reverse=True):
        first = function.body[1 if ast.get_docstring(function) and function.body[1:] else 0]
        lines.insert(first.lineno - 1, f'{" " * first.col_offset}canary = "{word}"')
    return "\n".join(lines) + BREAKS.format(word=word)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the course with a canary in everything that is hidden."""
    place = tmp_path_factory.mktemp("course")
    for name in ("solutions", "exercises", "course.toml", *PACKAGED):
        made_or_cached = shutil.ignore_patterns("__pycache__", "minimum")
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name, ignore=made_or_cached)
        else:
            shutil.copy(ROOT / name, place / name)
    for file in (place / "solutions").rglob("*.py"):
        plant = planted_check if file.parent.name == "checks" else planted_solution
        file.write_text(plant(file.read_text("utf-8"), f"{CANARY}-{file.stem}"), "utf-8")
    return place


def command(*words: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command as an instructor does."""
    return subprocess.run(
        [sys.executable, "-m", "autograder", *map(str, words)], capture_output=True, check=False
    )


def leaks(place: Path) -> Iterator[str]:
    """Give the files of a place, also those in archives, that hold a canary."""
    for file in filter(Path.is_file, place.rglob("*")):
        parts = {str(file): file.read_bytes()}
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                parts |= {name: archive.read(name) for name in archive.namelist()}
        yield from (name for name, data in parts.items() if CANARY.encode() in data)


def test_canaries_are_planted(course: Path) -> None:
    """Every hidden file holds its word, or the other tests would prove nothing."""
    hidden = [file for file in (course / "solutions").rglob("*.py") if file.stem != "__init__"]

    assert len(hidden) >= 6
    assert {str(file) for file in hidden} == set(leaks(course / "solutions"))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_grading_tells_nothing_hidden(course: Path, tmp_path: Path, language: str) -> None:
    """Neither feedback, gradebook nor output, even where a hidden check breaks.

    Its traceback is for the instructor: on the error stream, on the class page, and in a field of
    the verdict file.
    """
    for student in STUDENTS:
        shutil.copytree(ROOT / "examples" / "class" / student, tmp_path / "class" / student)

    done = command(
        *("grade", tmp_path / "class", "--output", tmp_path / "results", "--course", course),
        *("--sandbox", "trust", "--json-lines", "--language", language),
    )
    again = command("report", tmp_path / "results", "--language", language)

    assert done.returncode == 1, done.stderr  # the broken checks need review
    assert b"Traceback" in done.stderr
    assert CANARY.encode() not in done.stdout + again.stdout + again.stderr
    assert len(list((tmp_path / "results").rglob("*.html"))) > len(STUDENTS)
    for file in (tmp_path / "results" / "verdicts").rglob("*.json"):
        verdict = json.loads(file.read_text("utf-8"))
        for check in verdict["checks"]:
            assert CANARY in check.pop("traceback", CANARY)
        file.write_text(json.dumps(verdict), "utf-8")
    # The class page is the instructor's, and names the check that broke with its traceback.
    assert list(leaks(tmp_path / "results")) == [str(tmp_path / "results" / "index.html")]


def test_release_holds_nothing_hidden(course: Path) -> None:
    """Neither the stubs nor the notebooks, nor what is said while they are made."""
    (course / "exercises").joinpath("numerical_gradient.py").unlink()

    done = command("release", "--course", course)

    assert done.returncode == 0, done.stderr
    assert (course / "exercises" / "numerical_gradient.py").is_file()
    assert CANARY.encode() not in done.stdout + done.stderr
    assert list(leaks(course / "exercises")) == []


def test_wheel_and_source_archive_hold_nothing_hidden(course: Path, tmp_path: Path) -> None:
    """What is installed on a student's machine has no hidden file in it."""
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(tmp_path)],
        cwd=course,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    (archive,) = tmp_path.glob("*.tar.gz")
    filtered = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # since Python 3.11.4
    shutil.unpack_archive(archive, tmp_path / "unpacked", **filtered)
    assert list(leaks(tmp_path)) == []
    with zipfile.ZipFile(wheel) as files:
        assert [name for name in files.namelist() if "solutions" in name] == []
