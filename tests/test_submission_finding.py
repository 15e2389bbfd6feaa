"""A class is found in folders: names, choices, dangers, and nothing dropped in silence."""

import os
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.submission import SubmissionError, find
from autograder.submission.names import match
from autograder.submission.students import note, safe

EXERCISES = ("numerical_gradient", "gradient_descent", "plotting")


def write(place: Path, name: str, text: str = "x = 1\n", time: int = 1_000_000_000) -> Path:
    path = place / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time, time))
    return path


def told(found) -> dict[str, str]:
    return {str(path): str(why) for path, why in found.ignored}


def test_a_class_is_sorted_by_student_and_exercise(tmp_path):
    """The order is that of the names and of the course, whatever the file system says."""
    for name in ("bob/plotting.py", "bob/numerical_gradient.py", "alice/gradient_descent.ipynb"):
        write(tmp_path, name, '{"cells": [{"cell_type": "code", "source": "x = 1"}]}')
    write(tmp_path, "山田 太郎/plotting.py")

    found = find(tmp_path, EXERCISES)

    assert [(one.student, one.exercise) for one in found.submissions] == [
        ("alice", "gradient_descent"),
        ("bob", "numerical_gradient"),
        ("bob", "plotting"),
        ("山田 太郎", "plotting"),
    ]
    assert found.kind == "folder"
    assert found == find(tmp_path, EXERCISES)


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("numerical-gradient.py", "numerical_gradient"),
        ("Numerical_Gradient (1).py", "numerical_gradient"),
        ("numericalgradient.py", "numerical_gradient"),
        ("numerical gradient.ipynb", "numerical_gradient"),
        ("numerical_gradient_final.py", "numerical_gradient"),
        ("numerical_gradient-2.py", "numerical_gradient"),
        ("numerical_gradient.PY", "numerical_gradient"),
        ("numerical_gradient.py.txt", "numerical_gradient"),
        ("numerical_gradient.txt", "numerical_gradient"),
        ("numerical_gradient", "numerical_gradient"),
        ("gradient_descent.ipynb.json", "gradient_descent"),
        ("gradient_descent - コピー.py", "gradient_descent"),
        ("gradient_descentのコピー.py", "gradient_descent"),
        ("Copy of gradient_descent.ipynb", "gradient_descent"),
        ("ｐｌｏｔｔｉｎｇ.py", "plotting"),
        ("s1234567_plotting.py", "plotting"),
        ("山田太郎_plotting（１）.py", "plotting"),
        ("gradient_descent copy 2.py", "gradient_descent"),
    ],
)
def test_a_changed_name_is_recognised_with_a_note(name, exercise):
    """A copy, a platform or a student changed the name; nobody has to rename the file."""
    found = match(name, EXERCISES)

    assert found is not None
    assert found.exercise == exercise
    assert name in str(found.note)


@pytest.mark.parametrize("name", ["nummerical_gradient.py", "numerical_gradeint.py", "ploting.py"])
def test_a_misspelt_name_is_asked_about(name):
    """A letter too many is no reason to lose a student's work."""
    found = match(name, EXERCISES)

    assert found is not None
    assert "did you mean" in str(found.note)


@pytest.mark.parametrize(
    "name",
    [
        *("test_plotting.py", "check_gradient_descent.py", "numerical_gradient_descent.py"),
        *("data.csv", "README.md", "gradient.py", "numpy.py", "plotting.csv", "", ".", "..."),
    ],
)
def test_another_name_is_no_exercise(name):
    """What could be two exercises, a test, or something else is not guessed."""
    assert match(name, EXERCISES) is None


def test_the_newest_file_wins_and_the_others_are_named(tmp_path):
    """A .py and a .ipynb, or two tries: the last one counts, and the note says which."""
    write(tmp_path, "alice/plotting.py", "old = 1\n", time=1_000_000_000)
    write(tmp_path, "alice/plotting (1).py", "new = 1\n", time=1_000_000_100)
    write(tmp_path, "alice/plotting_old.py", "older = 1\n", time=1_000_000_200)
    write(tmp_path, "alice/ploting.py", "misspelt = 1\n", time=1_000_000_300)

    found = find(tmp_path, EXERCISES)

    (taken,) = found.submissions
    assert taken.source == "new = 1\n"
    assert "plotting.py" in str(taken.notes[-1])
    assert set(told(found)) == {
        "alice/plotting.py",
        "alice/plotting_old.py",
        "alice/ploting.py",
    }


def test_of_two_files_with_one_time_the_one_named_right_is_taken(tmp_path):
    """A folder that was copied has one time for all its files; the choice stays the same."""
    write(tmp_path, "alice/plotting_final.py", "decorated = 1\n")
    write(tmp_path, "alice/plotting.py", "exact = 1\n")
    write(tmp_path, "alice/plotting.ipynb", '{"cells": []}')

    (taken,) = find(tmp_path, EXERCISES).submissions

    assert taken.source == "exact = 1\n"


def test_a_document_instead_of_a_program_is_told_to_the_student(tmp_path):
    """A Word file named after the exercise is a submission with a problem, not nothing."""
    write(tmp_path, "alice/plotting.docx")
    write(tmp_path, "bob/plotting.docx")
    write(tmp_path, "bob/plotting.py")

    alice, bob = find(tmp_path, EXERCISES).submissions

    assert "no Python file" in str(alice.problem)
    assert bob.problem is None


def test_text_files_are_read_by_what_is_in_them(tmp_path):
    """A browser saved a notebook and a program as .txt; both are read."""
    write(tmp_path, "alice/plotting.txt", '{"cells": [{"cell_type": "code", "source": "x = 1"}]}')
    write(tmp_path, "bob/plotting.txt", "y = 1\n")

    assert [one.source for one in find(tmp_path, EXERCISES).submissions] == ["x = 1\n", "y = 1\n"]


def test_nothing_is_ignored_without_a_reason(tmp_path):
    """Every file is either a submission or in the list, with why."""
    write(tmp_path, "alice/plotting.py")
    write(tmp_path, "alice/data.csv")
    write(tmp_path, "alice/gradient.py")
    write(tmp_path, "alice/__pycache__/plotting.pyc")
    write(tmp_path, "alice/.DS_Store")
    write(tmp_path, "gradient_descent.py")
    (tmp_path / "bob").mkdir()

    found = find(tmp_path, EXERCISES)

    assert found.students == ("alice", "bob")
    assert {path: why.split(";")[0].split(":")[0] for path, why in told(found).items()} == {
        "alice/.DS_Store": "made by a system or a tool",
        "alice/__pycache__": "made by a system or a tool",
        "alice/data.csv": "not the name of an exercise",
        "alice/gradient.py": "not the name of an exercise",
        "bob/": "an empty folder",
        "gradient_descent.py": "no student's name",
    }
    assert "did you mean gradient_descent.py?" in told(found)["alice/gradient.py"]


def test_a_link_out_of_the_folder_is_a_problem_of_its_student_only(tmp_path):
    """The other students are graded; the link's target is not read."""
    secret = write(tmp_path, "secret.py", "SECRET = 1\n")
    place = tmp_path / "class"
    write(place, "alice/plotting.py")
    (place / "bob").mkdir()
    (place / "bob" / "plotting.py").symlink_to(secret)
    (place / "carol").symlink_to(tmp_path)

    found = find(place, EXERCISES)

    assert [(one.student, one.problem is None) for one in found.submissions] == [
        ("alice", True),
        ("bob", False),
    ]
    assert "SECRET" not in str(found)


def test_an_id_follows_from_the_name_alone(tmp_path):
    """Who else is there changes nobody's id; names that differ in case stay two students."""
    write(tmp_path, "alice/plotting.py")
    before = find(tmp_path, EXERCISES).submissions[0]

    write(tmp_path, "Alice/plotting.py", "y = 1\n")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system does not keep such names apart")
    found = find(tmp_path, EXERCISES)

    assert [one.student for one in found.submissions] == ["Alice", "alice"]
    assert found.submissions[1] == before
    assert any("only in case" in str(text) for text in found.odd)


def test_one_name_in_two_unicode_forms_is_two_claims_on_it(tmp_path):
    """Two folders of one name go to review, in words that name both."""
    composed, decomposed = (unicodedata.normalize(form, "がく") for form in ("NFC", "NFD"))
    write(tmp_path, f"{composed}/plotting.py", "x = 1\n")
    write(tmp_path, f"{decomposed}/plotting.py", "y = 1\n")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system does not keep such names apart")

    (one,) = find(tmp_path, EXERCISES).submissions

    assert one.student == composed
    assert one.review is not None
    assert "claim the name" in str(one.review)


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("山田 太郎", "山田 太郎"),
        ("O'Brien, Anne-Marie", "O'Brien, Anne-Marie"),
        ("a/b", "a_b"),
        ("a\\b:c", "a_b_c"),
        ("..", "_"),
        (".hidden", "_hidden"),
        ("", "_"),
        ("CON", "_CON"),
        ("aux.txt", "_aux.txt"),
        ("com1", "_com1"),
        ("rtl\u202egnp", "rtl_gnp"),
        ("zero\u200bwidth", "zero_width"),
        ("bell\a\n", "bell__"),
        ("dot.", "dot"),
        ("half\udc80", "half_"),
    ],
)
def test_a_dangerous_name_is_made_safe(name, chosen):
    """Separators, device names, control and bidirectional characters do not reach a path."""
    assert safe(name) == chosen
    assert bool(note(name)) == (name != chosen)


@given(st.text(max_size=300))
def test_every_id_is_safe_as_the_name_of_a_file(name):
    """Whatever the name, its id leads nowhere, is not too long, and is its own id."""
    chosen = safe(name)

    assert chosen
    assert Path(chosen).name == chosen
    assert len(chosen.encode()) < 240
    assert safe(chosen) == chosen


def test_nbgraders_tree_is_read_with_its_times(tmp_path):
    """submitted/STUDENT/ASSIGNMENT/NAME.ipynb; the timestamp is that of the submission."""
    place = tmp_path / "submitted"
    notebook = '{"cells": [{"cell_type": "code", "source": "x = 1"}]}'
    write(place, "alice/minimum/plotting.ipynb", notebook)
    write(place, "alice/minimum/timestamp.txt", "2026-11-20 15:58:23.948203 Asia/Tokyo")

    found = find(place, EXERCISES)

    (one,) = found.submissions
    assert (found.kind, one.student, one.source) == ("nbgrader", "alice", "x = 1\n")
    assert one.time is not None
    assert one.time.astimezone(UTC) == datetime(2026, 11, 20, 6, 58, 23, 948203, tzinfo=UTC)


def test_the_last_attempt_counts(tmp_path):
    """Where every attempt is kept, the highest number is taken, whatever the files' times."""
    for number, text in enumerate(("first", "second"), start=1):
        folder = f"alice/attempt-{number:04d}"
        write(tmp_path, f"{folder}/plotting.py", f"{text} = 1\n", time=2_000_000_000 - number)
        write(tmp_path, f"{folder}/receipt.json", f'{{"time": "2026-11-2{number}T00:00:00+00:00"}}')

    (one,) = find(tmp_path, EXERCISES).submissions

    assert one.source == "second = 1\n"
    assert one.time == datetime(2026, 11, 22, tzinfo=UTC)


def test_a_time_that_a_student_packed_is_not_believed(tmp_path):
    """Only the place says when something was handed in, not a file among the student's."""
    write(tmp_path, "alice/plotting.py")
    write(tmp_path, "alice/receipt.json", '{"time": "2001-01-01T00:00:00+00:00"}')

    (one,) = find(tmp_path, EXERCISES).submissions

    assert one.time is None


def test_folders_around_a_class_are_looked_through(tmp_path):
    """Unpacking a download often adds a folder; the students are found within."""
    for student in ("alice", "bob"):
        write(tmp_path, f"download/class/{student}/week 1/plotting.py")

    assert find(tmp_path, EXERCISES).students == ("alice", "bob")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda _place: None, "does not exist"),
        (lambda place: place.mkdir(), "is empty"),
        (lambda place: write(place, "alice/data.csv"), "Looked for STUDENT/NAME.py"),
        (lambda place: write(place, "plotting.py"), "Give the folder above it"),
        (lambda place: place.write_text("x = 1"), "not a zip"),
    ],
)
def test_a_place_without_submissions_is_an_error_that_says_what_to_do(tmp_path, make, words):
    """What was found, where, and what would be right."""
    place = tmp_path / "class"
    make(place)

    with pytest.raises(SubmissionError, match=words) as caught:
        find(place, EXERCISES)

    assert str(place) in caught.value.text.to("ja")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads anything")
def test_a_folder_without_permission_is_an_error(tmp_path):
    """It cannot be read, and the message says so."""
    place = tmp_path / "class"
    place.mkdir(mode=0o000)

    with pytest.raises(SubmissionError, match="cannot be read"):
        find(place, EXERCISES)
