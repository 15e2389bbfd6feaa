"""What was found of a class is shown before it is graded, and afterwards where people look."""

import csv
import io
import re
from pathlib import Path

import pytest
from rich.console import Console
from verdicts import verdict

from autograder import gradebook
from autograder.frontends import classroom
from autograder.gradebook import roster
from autograder.report.intake import taken
from autograder.report.progress import Telling
from autograder.submission import Found, find
from autograder.verdict.results import Results

EXERCISES = ("numerical_gradient", "gradient_descent", "plotting")


def place(folder: Path) -> Path:
    """A class in two sections, of which one student handed in nothing that can be graded."""
    files = {
        "Section A/mia/numerical_gradient.py": "def numerical_gradient(f, x):\n    return x\n",
        "Section A/mia/num_grad.py": "",
        "Section B/ken/hw.7z": "7z",
        "Section B/results/plotting.py": "def plot_surface(f):\n    return 1\n",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def told(found: Found, language: str = "en") -> str:
    """What `grade` says before it grades."""
    console = Console(file=io.StringIO(), width=120)
    Telling(language, console).found(found, taken(found, EXERCISES, language))
    return console.file.getvalue()


def test_a_table_before_grading_shows_who_handed_in_what(tmp_path):
    """A row for each student: section, the kind of each file, how many were left out."""
    said = [line.split() for line in told(find(place(tmp_path), EXERCISES)).splitlines()]

    assert ["ken", "Section", "B", "–", "–", "–", "1"] in said
    assert ["mia", "Section", "A", ".py", "–", "–", "1"] in said
    assert ["results", "Section", "B", "–", "–", ".py", "–"] in said
    assert ["3", "in", "all", "1", "0", "1", "2"] in said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("odd: a student is called results", "left out: Section B/ken/hw.7z: an archive")),
        ("ja", ("要確認：", "採点できるものなし：ken")),
    ],
)
def test_what_is_odd_or_left_out_is_said_before_grading(tmp_path, language, words):
    """Nothing is dropped in silence, in both languages."""
    said = told(find(place(tmp_path), EXERCISES), language)

    assert all(one in said for one in words), said


def test_a_long_class_is_cut_and_counted_whole(tmp_path):
    """Beyond the first rows only the last row counts everybody."""
    for number in range(70):
        path = tmp_path / f"s{number:02}" / "plotting.py"
        path.parent.mkdir()
        path.write_text("def plot_surface(f):\n    return 1\n")

    said = told(find(tmp_path, EXERCISES))

    assert "… and 10 more" in said
    assert "70 in all" in said
    assert "s69" not in said


@pytest.fixture
def results(tmp_path) -> Results:
    """Results with one verdict of mia's, rendered."""
    results = Results(tmp_path / "results")
    found = find(place(tmp_path / "class"), EXERCISES)
    gradebook.remember(results, roster.of(found, None, {"numerical_gradient": 6.0}))
    one = verdict(student="mia", exercise="numerical_gradient")
    path = results.verdict("mia", "numerical_gradient")
    path.parent.mkdir(parents=True)
    path.write_text(one.dumps(), encoding="utf-8")
    classroom.render(results, "en")
    return results


def test_a_section_is_a_column(results):
    """Of gradebook.csv and of the class page."""
    rows = list(csv.DictReader(io.StringIO(results.gradebook.read_text(encoding="utf-8-sig"))))
    page = results.index.read_text(encoding="utf-8")

    assert {row["student"]: row["section"] for row in rows} == {
        "ken": "Section B",
        "mia": "Section A",
        "results": "Section B",
    }
    assert 'data-value="Section A"' in page


def test_a_student_with_nothing_to_grade_has_a_page_and_a_line(results):
    """With every left-out file and its reason, on the student's page and on the class page."""
    index = results.index.read_text(encoding="utf-8")
    own = results.page("ken").read_text(encoding="utf-8")

    assert re.findall('data-silent="([^"]*)"', index) == ["ken", "results"]
    assert re.findall('data-left-out="([^"]*)"', index) == [
        "Section B/ken/hw.7z",
        "Section A/mia/num_grad.py",
    ]
    assert index.count("an archive that is not read here") == 1
    assert "No file of yours could be graded." in own
    assert "an archive that is not read here" in own


def test_a_left_out_file_stands_on_its_students_page_alone(results):
    """Nobody reads of another's files."""
    mia = results.page("mia").read_text(encoding="utf-8")

    assert "num_grad.py" in mia
    assert "did you mean numerical_gradient.py?" in mia
    assert "hw.7z" not in mia


def test_a_list_of_a_class_of_before_is_read(tmp_path):
    """One without sections and without owners of what was left out."""
    path = tmp_path / "class.json"
    path.write_text(
        '{"version": 1, "points": {}, "students": ["mia"], "times": {}, "late": [], "left_out": '
        '[{"path": "mia/x.7z", "why": {"en": "an archive", "ja": ""}}]}',
        encoding="utf-8",
    )

    (left,) = roster.load(path).left_out

    assert (left.path, left.student) == ("mia/x.7z", "")
