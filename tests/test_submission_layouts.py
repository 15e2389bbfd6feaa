"""A class is recognised by its top, and nothing inside a student's own folder names another."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from autograder.submission import SubmissionError, find

EXERCISES = ("numerical_gradient", "gradient_descent", "plotting")
WORK = "def plotting():\n    return {}\n"


def write(place: Path, name: str, text: str = "x = 1\n", time: int = 1_000_000_000) -> Path:
    path = place / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time, time))
    return path


def packed(place: Path, name: str, *members: str | tuple[bytes, str]) -> Path:
    """A zip whose members' names, where they are bytes, are written without the mark of UTF-8."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for member in members:
            archive.writestr(member, f"name = {member!r}\n")
    place.mkdir(exist_ok=True)
    path = place / name
    path.write_bytes(buffer.getvalue())
    return path


@pytest.mark.parametrize(
    ("names", "form", "students"),
    [
        (("Section A/mia/plotting.py", "Section B/ken/plotting.py"), "sections", "ken mia"),
        (("1組/mia/plotting.py", "2組/ken/numerical_gradient.py"), "sections", "ken mia"),
        (
            ("x/mia/plotting.py", "x/ana/plotting.py", "y/ken/plotting.py", "y/leo/plotting.py"),
            "sections",
            "ana ken leo mia",
        ),
        (("plotting/mia/plotting.py", "plotting/ken/a.py"), "exercises", "ken mia"),
        (("plotting/mia.py", "gradient-descent/mia.py"), "exercises", "mia"),
        (
            ("mia/week 1/plotting.py", "mia/week 2/plotting.py", "ken/plotting.py"),
            "folder",
            "ken mia",
        ),
        (("class/mia/plotting.py", "class/ken/numerical_gradient.py"), "folder", "ken mia"),
        (("homework 1/mia/plotting.py",), "folder", "mia"),
        (
            (
                "HW1_mia_attempt_2026-10-03-11-59-00_plotting.py",
                "HW1_mia_attempt_2026-10-03-11-59-00.txt",
                "HW1_ken_attempt_2026-10-03-11-59-00_plotting.py",
            ),
            "blackboard",
            "ken mia",
        ),
        (
            (
                "100-7 - Mia Sato - Oct 3, 2026 1159 AM/plotting.py",
                "101-7 - Ken Ito - Oct 3, 2026 1:05 PM/plotting.py",
            ),
            "d2l",
            "Ken Ito_101 Mia Sato_100",
        ),
        (
            (
                "wrapped/Mia_1_assignsubmission_file/plotting.py",
                "wrapped/Ken_2_assignsubmission_file/plotting.py",
            ),
            "moodle",
            "Ken_2 Mia_1",
        ),
    ],
)
def test_a_layout_is_recognised_with_its_students(tmp_path, names, form, students):
    """Each student once, by the name that the instructor's side gives."""
    for name in names:
        write(tmp_path, name)

    found = find(tmp_path, EXERCISES)

    assert found.kind == form
    assert " ".join(found.students) == students


def test_a_section_is_kept_beside_its_students(tmp_path):
    """It becomes a column, and no part of a name."""
    write(tmp_path, "Section A/mia/plotting.py")
    write(tmp_path, "Section B/ken/plotting.py")

    assert find(tmp_path, EXERCISES).sections == {"mia": "Section A", "ken": "Section B"}


@pytest.mark.parametrize("name", ["class (1).zip", "class.zip", "class-20261001T101112Z-001.zip"])
def test_a_renamed_archive_with_one_hand_in_holds_its_student(tmp_path, name):
    """Browsers and Drive put numbers behind the name of what they download."""
    place = packed(tmp_path / "place", name, "class/mia/plotting.py")

    found = find(place, EXERCISES)

    assert found.students == ("mia",)
    assert "one student only" in str(found.odd[0])


def test_the_last_attempt_that_was_worked_on_counts(tmp_path):
    """Blackboard keeps every attempt; an untouched stub is none."""
    stub = "def plot():\n    raise NotImplementedError()\n"
    write(tmp_path, "HW1_mia_attempt_2026-10-03-11-59-00_plotting.py", "first = 1\n")
    write(tmp_path, "HW1_mia_attempt_2026-10-04-11-59-00_plotting.py", WORK)
    write(tmp_path, "HW1_mia_attempt_2026-10-05-11-59-00_plotting.py", stub)

    (one,) = find(tmp_path, EXERCISES).submissions

    assert one.source == WORK


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Müller Jürgen José Zoë François".encode("cp437"), "Müller Jürgen José Zoë François"),
        ("佐藤 美亜".encode("cp932"), "佐藤 美亜"),
        ("Müller".encode(), "Müller"),
    ],
)
def test_a_name_without_a_mark_is_read_as_its_system_wrote_it(tmp_path, raw, name):
    """Windows writes CP437 in Europe and CP932 in Japan, and says neither."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for student in (raw, b"ken"):
            info = zipfile.ZipInfo("?" * len(student) + "/plotting.py")
            archive.writestr(info, "x = 1\n")
    data = buffer.getvalue().replace(b"?" * len(raw) + b"/", raw + b"/", 2)
    data = data.replace(b"???/", b"ken/")
    place = tmp_path / "class.zip"
    place.write_bytes(data)

    assert set(find(place, EXERCISES).students) == {name, "ken"}


def test_results_among_the_submissions_are_no_student(tmp_path):
    """A grading that was written into its own submissions is left out the next time."""
    write(tmp_path, "mia/plotting.py")
    write(tmp_path, "results/verdicts/mia/plotting.json", "{}")
    write(tmp_path, "results/run.json", "{}")

    found = find(tmp_path, EXERCISES)

    assert found.students == ("mia",)
    assert any("results of an earlier grading" in str(why) for _path, why in found.ignored)


def test_a_class_copied_by_hard_links_is_read(tmp_path):
    """The instructor made the links; one student's own link is still refused."""
    for student in ("mia", "ken", "leo"):
        write(tmp_path / "from", f"{student}/plotting.py")
        (tmp_path / "class" / student).mkdir(parents=True)
        os.link(
            tmp_path / "from" / student / "plotting.py",
            tmp_path / "class" / student / "plotting.py",
        )

    assert [one.problem for one in find(tmp_path / "class", EXERCISES).submissions] == [None] * 3
    (tmp_path / "from" / "mia" / "plotting.py").unlink()
    (tmp_path / "from" / "leo" / "plotting.py").unlink()
    problems = [str(one.problem) for one in find(tmp_path / "class", EXERCISES).submissions]
    assert ["second name" in problem for problem in problems] == [True, False, False]


def test_an_archive_of_another_kind_is_named_as_what_it_is(tmp_path):
    """Nobody can guess from "not the name of an exercise" that a 7z is not read."""
    write(tmp_path, "mia/hw.7z")
    write(tmp_path, "ken/plotting.py")

    found = find(tmp_path, EXERCISES)

    assert found.students == ("ken", "mia")
    assert [str(path) for path, why in found.ignored if "archive" in str(why)] == ["mia/hw.7z"]


def test_a_form_that_the_instructor_says_holds(tmp_path):
    """`folder` reads as students what looks like sections; a form of no name is an error."""
    write(tmp_path, "Section A/mia/plotting.py")

    assert find(tmp_path, EXERCISES, "folder").students == ("Section A",)
    with pytest.raises(SubmissionError, match="known are folder, sections"):
        find(tmp_path, EXERCISES, "heap")


def others(found) -> list:
    return [one for one in found.submissions if not one.student.lower().startswith("eve")]


ATTACKS = {
    "moodle names in an archive": lambda place: packed(
        place / "eve",
        "work.zip",
        *(f"alice_{n}_assignsubmission_file_plotting.py" for n in range(99)),
    ),
    "moodle names in a folder": lambda place: [
        write(place, f"eve/alice_{n}_assignsubmission_file_plotting.py", WORK) for n in range(99)
    ],
    "a timestamp": lambda place: [
        write(place, f"eve/minimum/{name}", "2001-01-01 00:00:00 UTC")
        for name in ("timestamp.txt", "plotting.py")
    ],
    "a receipt": lambda place: [
        write(place, f"eve/attempt-0001/{name}", '{"time": "2001-01-01T00:00:00+00:00"}')
        for name in ("receipt.json", "plotting.py")
    ],
    "an attempt without end": lambda place: packed(
        place / "eve", "a.zip", f"attempt-{'9' * 5000}/plotting.py"
    ),
    "a name without end": lambda place: packed(
        place / "eve", "a.zip", f"plotting{'_' * 60000}(1.py"
    ),
    "copies of names": lambda place: packed(place / "eve", "a.zip", f"{' (1)' * 15000}plotting.py"),
    "a null of cells": lambda place: write(
        place, "eve/plotting.ipynb", '{"worksheets": [{"cells": null}]}'
    ),
    "a thousand archives": lambda place: packed(
        place / "eve", "a.zip", *(f"{n}.zip" for n in range(1500))
    ),
    "too many files": lambda place: packed(
        place / "eve", "a.zip", *(f"{n}/plotting.py" for n in range(2500))
    ),
    "the same name in capitals": lambda place: write(place, "Eve/plotting.py", WORK),
    "an f-string without end": lambda place: write(
        place, "eve/plotting.py", "x = 1\nf'" + "{x}" * 60000 + "'\n"
    ),
    "imports without end": lambda place: write(place, "eve/plotting.py", "import " * 20000 + "\n"),
    "half a character": lambda place: write(
        place,
        "eve/plotting.ipynb",
        '{"cells": [{"cell_type": "code", "source": "s = \'\\ud800\'"}]}',
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_one_student_hands_in_changes_nobody_else(tmp_path, attack):
    """The others' submissions are equal with and without it, and the form is the same."""
    for student in ("alice", "bob", "carol"):
        write(tmp_path, f"{student}/plotting.py", f"{student} = 1\n")
    write(tmp_path, "eve/numerical_gradient.py")
    before = find(tmp_path, EXERCISES)

    ATTACKS[attack](tmp_path)
    after = find(tmp_path, EXERCISES)

    assert others(after) == others(before)
    assert after.kind == before.kind
    assert all(one.time is None for one in after.submissions)


def test_two_files_that_claim_one_name_go_to_review(tmp_path):
    """In a folder of loose files anybody may write anybody's name."""
    for student in ("Mia Sato", "Ken Ito", "Leo Abe"):
        write(tmp_path, f"{student} - plotting.py", f"# {student}\nx = 1\n")
    write(tmp_path, "Mia Sato - plotting (1).py", "y = 2\n", time=1_100_000_000)

    reviews = {one.student: one.review for one in find(tmp_path, EXERCISES).submissions}

    assert {name for name, review in reviews.items() if review} == {"Mia Sato"}
    assert "Mia Sato - plotting (1).py" in str(reviews["Mia Sato"])
