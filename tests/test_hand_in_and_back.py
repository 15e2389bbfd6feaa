"""The commands around grading, as people type them: submit, grade --deadlines, export."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "lms"))
import downloads

COURSE = Path(__file__).parent.parent
COMMAND = Path(sys.executable).with_name("autograder")
# What is tested here is not the wall: the locked worker is taken where there is one, as the faster.
HAS_WALL = sys.platform == "linux" and (os.geteuid() == 0 or shutil.which("bwrap"))
SANDBOX = ("--processes", "1", "--sandbox", "locked" if HAS_WALL else "trust")


def autograder(*arguments: object, status: int = 0, folder: Path = COURSE) -> str:
    """Run the command in English, and give what it printed."""
    done = subprocess.run(
        [COMMAND, *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == status, said
    return said


def table(path: Path) -> list[list[str]]:
    """Read a CSV file."""
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


@pytest.fixture(scope="module", params=sorted(downloads.DOWNLOADS))
def graded(request, tmp_path_factory) -> tuple[str, Path, str]:
    """A download of 36 students with every oddity, graded: its form, the results, what was said."""
    folder = tmp_path_factory.mktemp(request.param)
    place = folder / f"{request.param}.zip"
    place.write_bytes(downloads.packed(downloads.DOWNLOADS[request.param]()))
    # In a Drive folder a name is what a file's name says: two files that differ are two claims.
    status = 1 if request.param == "classroom" else 0
    said = autograder("grade", place, "--output", folder / "results", *SANDBOX, status=status)
    return request.param, folder / "results", said


def test_every_form_goes_in_and_out_with_every_student_once(graded, tmp_path):
    """36 went in; 36 come out, in each form that the platform takes and in our own.

    Two of them handed in nothing that could be graded: they have no grade.
    """
    name, results, _said = graded
    platform = name.partition("-")[0]
    forms = {"csv", "json", *({platform} & {"moodle", "canvas", "classroom"})}

    for form in forms:
        autograder("export", form, results, "--output", tmp_path / form)

    people = Counter(
        row["student"] for row in json.loads((tmp_path / "json").read_text())["students"]
    )
    assert len(people) == 36
    assert set(people.values()) == {1}
    heading = {"moodle": 1, "canvas": 2}
    for form in forms - {"json"}:
        rows = table(tmp_path / form)[heading.get(form, 1) :]
        # Canvas takes a grade away where a cell is empty: who has none has no row.
        graded_there = 34 if form == "canvas" else 36
        assert len({tuple(row[:2]) for row in rows}) == len(rows) == graded_there
    assert len(table(results / "gradebook.csv")) == 37


def test_what_was_left_out_is_said_with_the_reason(graded):
    """Every file is graded or named, and so is everyone with nothing to grade."""
    _name, results, said = graded
    kept = json.loads((results / "class.json").read_text(encoding="utf-8"))

    assert said.count("left out: ") == len(kept["left_out"]) > 0
    silent = [one for one in downloads.students() if not downloads.expected(one)]
    assert said.count("nothing to grade from ") == len(silent) == 2


def test_the_feedback_zip_has_a_page_for_everyone_who_was_seen(graded, tmp_path):
    """Only Moodle takes one; elsewhere the numbers that it needs are missing, in words."""
    name, results, _said = graded
    path = tmp_path / "feedback.zip"
    has_numbers = name.startswith(("moodle", "canvas"))

    said = autograder(
        "export", "feedback", results, "--output", path, status=0 if has_numbers else 2
    )

    if has_numbers:
        with zipfile.ZipFile(path) as archive:
            assert len(archive.namelist()) == 36
    else:
        assert "has no Moodle number" in said
        assert not path.exists()


@pytest.fixture
def work(tmp_path) -> Path:
    """A student's folder with the reference of the first exercise."""
    folder = tmp_path / "work"
    folder.mkdir()
    name = downloads.EXERCISES[0]
    text = (COURSE / "solutions" / f"{name}.py").read_text(encoding="utf-8")
    (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder


def test_submit_looks_and_hands_in(work, tmp_path):
    """Without --to it only looks; a folder gives a receipt each time; a zip is to be uploaded."""
    box = tmp_path / "box"
    box.mkdir()

    looked = autograder("submit", work)
    handed = [autograder("submit", work, "--to", box, "--student", "山田 太郎") for _ in range(2)]
    packed = autograder("submit", work, "--to", tmp_path / "mine.zip")

    assert "to hand in: numerical_gradient.py" in looked
    assert "warning: plotting is missing" in looked
    assert "attempt 1." in handed[0]
    assert "attempt 2." in handed[1]
    assert (box / "山田 太郎" / "attempt-0002" / "receipt.json").is_file()
    assert "upload it" in packed
    assert zipfile.ZipFile(tmp_path / "mine.zip").namelist() == ["numerical_gradient.py"]


def test_deadlines_show_in_the_feedback_and_the_gradebook(work, tmp_path):
    """The verdict keeps the score as earned; the total is what counts; an extension holds."""
    box, results = tmp_path / "box", tmp_path / "results"
    box.mkdir()
    for student in ("late", "extended"):
        autograder("submit", work, "--to", box, "--student", student)
    rules = tmp_path / "deadlines.toml"
    rules.write_text(
        '[late]\npolicy = "per-day"\npercent = 10\nfloor = 50\n'
        "[due]\ndefault = 2020-01-01\n[extensions.extended]\ndefault = 2999-01-01\n"
    )

    autograder("grade", box, "--output", results, "--deadlines", rules, *SANDBOX)
    before = (results / "gradebook.csv").read_bytes()
    autograder("report", results)

    verdict = json.loads((results / "verdicts/late/numerical_gradient.json").read_text())
    points = verdict["points"]
    assert verdict["score"] == points
    header, extended, late = table(results / "gradebook.csv")
    assert header == ["student", *sorted(header[1:-2], key=header.index), "total", "late"]
    assert float(extended[header.index("total")]) == points
    assert float(late[header.index("numerical_gradient")]) == points
    assert float(late[header.index("total")]) == points / 2
    assert late[-1].startswith("numerical_gradient: ")
    assert "50% of the score counts" in (results / "feedback/late.html").read_text()
    assert "of the score counts" not in (results / "feedback/extended.html").read_text()
    assert (results / "gradebook.csv").read_bytes() == before
    autograder("export", "csv", results, "--output", tmp_path / "out.csv")
    assert "50% of the score counts" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_adapters_are_written_by_the_command(tmp_path):
    """An autograder for Gradescope; a workflow that never takes the place of another one."""
    autograder("export", "gradescope", "--output", tmp_path / "autograder.zip", "--language", "ja")
    autograder("export", "github", tmp_path, "--package", "kobai==0.1.0")
    again = autograder("export", "github", tmp_path, "--package", "kobai==9", status=2)

    assert "run_autograder" in zipfile.ZipFile(tmp_path / "autograder.zip").namelist()
    workflow = (tmp_path / ".github/workflows/classroom.yml").read_text()
    assert '"kobai==0.1.0"' in workflow
    assert "is there already" in again


def test_what_cannot_be_done_is_one_sentence_and_status_2(work, tmp_path):
    """Damaged, missing or mistaken: what it was and what to do; nothing is left half written."""
    broken = tmp_path / "broken.zip"
    broken.write_bytes(downloads.packed(downloads.plain())[:-40])
    rules = tmp_path / "deadlines.toml"
    rules.write_text('[late]\npolicy = "sometimes"\n')
    results = tmp_path / "results"

    said = {
        "damaged": autograder("grade", broken, "--output", results, status=2),
        "late.policy": autograder(
            *("grade", work.parent, "--output", results, "--deadlines", rules), status=2
        ),
        "is no folder": autograder("submit", work, "--to", tmp_path / "nowhere", status=2),
        "no verdicts here": autograder(
            *("export", "csv", results, "--output", tmp_path / "out.csv"), status=2
        ),
    }

    for words, text in said.items():
        assert words in text
        assert text.strip().splitlines()[-1].startswith("autograder: ")
        assert "Traceback" not in text
    assert not results.exists()
    assert not (tmp_path / "out.csv").exists()
