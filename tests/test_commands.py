"""The commands as a user types them: what they print, write and exit with."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from autograder.verdict.results import Results

ROOT = Path(__file__).parent.parent
EXERCISES = ("numerical_gradient", "gradient_descent", "plotting")

CONTRACT = {"name", "title", "outcome", "points", "score", "message", "hint", "misconception"}


def run(*arguments: object, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, in English."""
    return subprocess.run(
        [sys.executable, "-m", "autograder", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def grade(submissions: Path, output: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Grade a class whose code is ours."""
    return run("grade", submissions, "--output", output, "--sandbox", "trust", *more)


def everything_below(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder with its content."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def small_class(tmp_path_factory) -> Path:
    """Give a class of three: all right, nothing but stubs, and one whose exercise 1 never ends."""
    folder = tmp_path_factory.mktemp("class")
    for student, room in (("right", "solutions"), ("stubs", "exercises"), ("endless", "solutions")):
        (folder / student).mkdir()
        for name in EXERCISES:
            shutil.copy(ROOT / room / f"{name}.py", folder / student)
    (folder / "endless" / "numerical_gradient.py").write_text(
        "def numerical_gradient(f, x):\n    while True:\n        f(x)\n", encoding="utf-8"
    )
    (folder / "stubs" / "notes.txt").write_text("to do", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def graded(small_class, tmp_path_factory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Give what grading the small class printed, and its results."""
    results = tmp_path_factory.mktemp("graded") / "results"
    return grade(small_class, results), results


def rows(results: Path) -> dict[str, dict[str, str]]:
    """Read the gradebook by student."""
    with (results / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def test_a_class_is_graded(graded):
    """Solutions earn every point, stubs none, and the command says where the page is."""
    done, results = graded

    assert done.returncode == 0, done.stderr
    table = rows(results)
    points = json.loads((results / "run.json").read_text("utf-8"))["exercises"]
    for name in EXERCISES:
        assert float(table["right"][name]) == points[name]
        assert float(table["stubs"][name]) == 0.0
    assert f"The class page: {(results / 'index.html').as_uri()}\nNext: hand back" in done.stdout
    assert "notes.txt" in done.stdout


def test_exercise_2_keeps_its_marks_when_exercise_1_never_ends(graded):
    """A loop without end costs its own exercise and no other."""
    table = rows(graded[1])

    assert float(table["endless"]["numerical_gradient"]) == 0.0
    for name in ("gradient_descent", "plotting"):
        assert table["endless"][name] == table["right"][name]


def test_a_missing_exercise_is_no_zero_of_another(small_class, tmp_path):
    """Exercise 2 keeps its marks when exercise 1 was not handed in, or is no Python."""
    for student in ("missing", "broken"):
        shutil.copytree(small_class / "right", tmp_path / "class" / student)
    (tmp_path / "class" / "missing" / "numerical_gradient.py").unlink()
    (tmp_path / "class" / "broken" / "numerical_gradient.py").write_text("def (", "utf-8")

    done = grade(tmp_path / "class", tmp_path / "results")

    assert done.returncode == 0, done.stderr
    table = rows(tmp_path / "results")
    assert table["missing"]["gradient_descent"] == table["broken"]["gradient_descent"]
    assert table["missing"]["numerical_gradient"] == "not handed in"
    assert float(table["broken"]["numerical_gradient"]) == 0.0
    assert float(table["missing"]["gradient_descent"]) > 0.0


def test_report_renders_the_same_pages_again(graded, tmp_path):
    """The verdict files are all that the pages and the gradebook are made from."""
    results = tmp_path / "results"
    shutil.copytree(graded[1], results)
    before = everything_below(results)
    shutil.rmtree(results / "feedback")
    (results / "gradebook.csv").unlink()
    (results / "index.html").unlink()

    done = run("report", results)

    assert done.returncode == 0, done.stderr
    assert everything_below(results) == before


def test_an_unchanged_class_is_not_rendered_again(small_class, tmp_path):
    """The second run leaves every page as it is, prints the same table, and mends what is amiss."""
    results = tmp_path / "results"
    first = grade(small_class, results)
    pages = [results / "index.html", results / "gradebook.csv", *results.glob("feedback/*.html")]
    before = {path: path.stat().st_mtime_ns for path in pages}

    second = grade(small_class, results)

    assert second.returncode == 0, second.stderr
    assert {path: path.stat().st_mtime_ns for path in pages} == before
    shown = [done.stdout[done.stdout.index("student") :] for done in (first, second)]
    assert shown[0].replace("9 of them", "0 of them") == shown[1]

    pages[-1].write_text("spoiled", "utf-8")
    (results / "gradebook.csv").unlink()
    third = grade(small_class, results, "--language", "ja")
    assert third.returncode == 0, third.stderr
    assert 'lang="ja"' in pages[-1].read_text("utf-8")
    assert (results / "gradebook.csv").exists()


def test_two_runs_do_not_write_to_one_place(small_class, graded, tmp_path):
    """The second says so and changes nothing; to say what would change needs no turn."""
    results = tmp_path / "results"
    shutil.copytree(graded[1], results)
    before = everything_below(results)

    with Results(results).held():
        refused = [grade(small_class, results), run("report", results)]
        dry = grade(small_class, results, "--dry-run")
    unchanged = everything_below(results)
    afterwards = grade(small_class, results)

    assert [done.returncode for done in refused] == [2, 2]
    assert all("another run writes its results there" in done.stderr for done in refused)
    assert unchanged == before
    assert (dry.returncode, afterwards.returncode) == (0, 0)


def test_json_lines_are_for_programs(small_class, graded, tmp_path):
    """Each outcome is a line of JSON on standard output, and nothing else is."""
    shutil.copytree(graded[1], tmp_path / "results")

    done = grade(small_class, tmp_path / "results", "--json-lines")

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 9
    assert all(not line["new"] for line in lines)


def test_check_says_what_to_try(tmp_path):
    """A stub earns nothing and exits with 1; the solution earns all and exits with 0."""
    stub = run("check", ROOT / "exercises" / "numerical_gradient.py")
    right = run("check", ROOT / "solutions" / "numerical_gradient.py")

    assert (stub.returncode, right.returncode) == (1, 0)
    assert "hint" in stub.stdout
    assert "not yet" not in right.stdout


def test_a_folder_is_checked_and_ends_in_the_next_step(tmp_path):
    """Every exercise that is there, from where one is, and one thing to do next."""
    for name in ("numerical_gradient", "gradient_descent"):
        shutil.copy(ROOT / "solutions" / f"{name}.py", tmp_path)
    right = run("check", folder=tmp_path)
    (tmp_path / "plotting.py").write_text("def plot_surface(f, x0, x1): pass\n", encoding="utf-8")
    started = run("check", tmp_path)

    assert (right.returncode, started.returncode) == (0, 1)
    assert "gradient_descent: 17 of 17 points" in right.stdout
    assert right.stdout.endswith("Next: plotting, which is not in this folder yet\n")
    assert started.stdout.splitlines()[-1].startswith("Next: “the file runs, and defines")
    assert started.stdout.endswith(f"in {tmp_path / 'plotting.py'}\n")


def test_of_a_script_and_a_notebook_the_one_saved_last_is_checked(tmp_path):
    """The other is named, so that nobody wonders which of the two is meant."""
    shutil.copy(ROOT / "exercises" / "numerical_gradient.py", tmp_path)
    shutil.copy(ROOT / "exercises" / "minimum" / "numerical_gradient.ipynb", tmp_path)
    os.utime(tmp_path / "numerical_gradient.py", ns=(1, 1))

    done = run("check", folder=tmp_path)

    assert (
        "numerical_gradient.py was not checked: numerical_gradient.ipynb was saved" in done.stdout
    )


def test_the_version_is_told():
    """It stands under --version, as everywhere."""
    assert run("--version").stdout == f"Kobai {version('kobai')}\n"


def test_check_speaks_japanese():
    """The same verdict in Japanese, on request."""
    done = run("check", ROOT / "exercises" / "numerical_gradient.py", "--language", "ja")

    assert done.returncode == 1
    assert "ヒント" in done.stdout


def test_check_as_json_is_a_verdict_file():
    """What a program reads is the contract's verdict."""
    done = run("check", ROOT / "exercises" / "numerical_gradient.py", "--json")

    verdict = json.loads(done.stdout)
    assert (verdict["version"], verdict["exercise"]) == (1, "numerical_gradient")
    assert verdict["score"] == 0.0
    assert set(verdict["checks"][0]) >= CONTRACT


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "{tmp}/newton.py"), "'newton' is not an exercise; the exercises are"),
        (("check", "{tmp}/newton.py", "--watch"), "'newton' is not an exercise"),
        (("check", "{tmp}/nix.py", "--watch"), "nix.py is not there"),
        (("check", "{tmp}/gradient_decent.py"), "Did you mean {tmp}/gradient_descent.py?"),
        (("check", "{tmp}/empty"), "is no exercise file; they are called numerical_gradient.py"),
        (("check", "{tmp}/nowhere"), "nowhere is not there"),
        (("check", "{tmp}/plotting.py"), "plotting.py is not there"),
        (("grade", "{tmp}/nowhere", "--output", "{tmp}/out"), "does not exist"),
        (("grade", "{tmp}/empty", "--output", "{tmp}/out"), "is empty"),
        (("grade", "{tmp}/strange", "--output", "{tmp}/out"), "none is a submission"),
        (("grade", "{tmp}/damaged.zip", "--output", "{tmp}/out"), "damaged.zip"),
        (("grade", "{class}", "--output", "{tmp}/file"), "no results can be written there"),
        (("grade", "{class}", "--output", "{tmp}/out", "--course", "{tmp}"), "--course"),
        (("report", "{tmp}/empty"), "no verdicts here"),
        (("release", "--course", "{tmp}"), "course.toml"),
        (("frobnicate",), "frobnicate"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_one_sentence(arguments, words, small_class, tmp_path):
    """Exit status 2, a sentence that says what was found, no traceback, and nothing written."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "strange").mkdir()
    (tmp_path / "strange" / "song.mp3").write_bytes(b"la")
    (tmp_path / "damaged.zip").write_bytes(b"PK\x03\x04 and then nothing")
    for name in ("file", "newton.py"):
        (tmp_path / name).write_text("in the way", encoding="utf-8")
    before = everything_below(tmp_path)
    places = {"tmp": tmp_path, "class": small_class}

    done = run(*(argument.format(**places) for argument in arguments))

    assert done.returncode == 2
    assert words.format(**places) in done.stderr
    assert "Traceback" not in done.stderr
    assert everything_below(tmp_path) == before
    assert not (tmp_path / "out").exists()


def test_what_is_in_the_results_from_before_is_named(small_class, graded, tmp_path):
    """Another class in the same folder does not grow in silence."""
    shutil.copytree(graded[1], tmp_path / "results")
    shutil.copytree(small_class / "right", tmp_path / "class" / "newcomer")

    done = grade(tmp_path / "class", tmp_path / "results")

    assert "not in these submissions: endless, right, stubs;" in done.stdout
