"""nbgrader for real, from generate_assignment to export; minutes long, so apart from the tests."""

import csv
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import round_trip
from nbgrader.api import Gradebook
from round_trip import ASSIGNMENT, COURSE, Classroom

from autograder.release import release

CLASS_SIZE = 10
NAMES = sorted(path.stem for path in (COURSE / "solutions").glob("*.py"))


def solved(classroom: Classroom) -> dict[str, str]:
    """The reference solutions, as a student would have typed them."""
    return {
        name: "\n\n\n".join(
            cell.source
            for cell in cells(classroom.course / "solutions" / ASSIGNMENT / f"{name}.ipynb")
            if cell.metadata.get("nbgrader", {}).get("solution")
        )
        for name in NAMES
    }


def cells(path: Path) -> list[nbformat.NotebookNode]:
    """The cells of a notebook."""
    return nbformat.read(path, as_version=4).cells


def remove_check_cells(home: Path) -> None:
    """Delete every graded cell, as a student may who tidies up."""
    for path in (home / ASSIGNMENT).glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        notebook.cells = [
            cell for cell in notebook.cells if not cell.metadata.get("nbgrader", {}).get("grade")
        ]
        nbformat.write(notebook, path)


def noisy(answers: dict[str, str]) -> dict[str, str]:
    """The same answers from someone who prints, warns and writes to stderr."""
    noise = (
        "import sys, warnings\nprint('here')\nwarnings.warn('careful')\nsys.stderr.write('oh')\n"
    )
    return {name: f"{noise}\n\n{code}" for name, code in answers.items()}


def wrong(number: int) -> dict[str, str]:
    """One wrong submission to each exercise, another for each number, from the corpus."""
    chosen = {}
    for name in NAMES:
        corpus = [
            code
            for path in sorted((COURSE / "tests" / "submissions" / name / "wrong").glob("*.py"))
            if (code := path.read_text(encoding="utf-8")).startswith('"""expect: ')
            and not code.startswith('"""expect: none')
        ]
        chosen[name] = corpus[number * len(corpus) // CLASS_SIZE]
    return chosen


@pytest.fixture(scope="module")
def classroom(tmp_path_factory):
    """A course released, handed in by five students and a class of ten, graded and handed back."""
    room = round_trip.open_classroom(tmp_path_factory.mktemp("classroom"))
    release(room.course)
    round_trip.hand_out(room)
    answers = solved(room)
    round_trip.hand_in(room, "reference", answers)
    round_trip.hand_in(room, "stub", {})
    round_trip.hand_in(room, "noisy", noisy(answers))
    round_trip.hand_in(room, "tidy", answers, before_submit=remove_check_cells)
    round_trip.hand_in(room, "late-starter", {"numerical_gradient": answers["numerical_gradient"]})
    for number in range(CLASS_SIZE):
        round_trip.hand_in(room, f"wrong-{number}", wrong(number))
    round_trip.grade(room)
    round_trip.hand_back(room)
    return room


@pytest.fixture(scope="module")
def grades(classroom):
    """What nbgrader exported: one row for every student."""
    with (classroom.course / "grades.csv").open(encoding="utf-8", newline="") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def points(name: str) -> float:
    """What an exercise is worth in nbgrader: its check cells together."""
    graded = [
        cell.metadata.nbgrader
        for cell in cells(COURSE / "exercises" / ASSIGNMENT / f"{name}.ipynb")
        if cell.metadata.get("nbgrader", {}).get("grade")
    ]
    return sum(cell.points for cell in graded)


def test_nbgrader_makes_the_notebooks_that_are_committed(classroom):
    """generate_assignment --force gives byte for byte what `autograder release` gives."""
    found = release(classroom.course, check=True)

    assert found.is_fresh, found


@pytest.mark.parametrize("name", NAMES)
def test_source_notebook_validates(classroom, name):
    """`nbgrader validate` accepts each source notebook: the solution passes every check."""
    said = classroom.instructor("validate", f"solutions/{ASSIGNMENT}/{name}.ipynb")

    assert "Success! Your notebook passes all the tests." in said


@pytest.mark.parametrize("name", NAMES)
def test_stub_does_not_validate(classroom, name):
    """A student who validates what was handed out is told that it fails."""
    said = classroom.instructor("validate", f"exercises/{ASSIGNMENT}/{name}.ipynb")

    assert "VALIDATION FAILED" in said


def test_reference_earns_every_point_and_stub_none(grades):
    """The two ends of the scale are where they belong, and every check counts."""
    everything = sum(points(name) for name in NAMES)

    assert everything > 0
    assert float(grades["reference"]["max_score"]) == everything
    assert float(grades["reference"]["score"]) == everything
    assert float(grades["stub"]["score"]) == 0


@pytest.mark.parametrize("student", ["noisy", "tidy"])
def test_noise_and_deleted_check_cells_cost_nothing(grades, student):
    """Writing to stderr in one's own cells, or deleting the check cells, changes no score."""
    assert float(grades[student]["score"]) == float(grades["reference"]["score"])


def test_one_solved_exercise_earns_its_own_points(grades):
    """Partial credit: the points of the exercise that was done, none of the others."""
    assert float(grades["late-starter"]["score"]) == points("numerical_gradient")


def test_nbgrader_gives_the_scores_of_autograder_grade(classroom, grades, tmp_path):
    """For every student and exercise the cells in the notebook and the command agree exactly."""
    command = [Path(sys.executable).with_name("autograder"), "grade", "submitted"]
    command += ["--output", tmp_path / "results"]
    done = subprocess.run(
        command, cwd=classroom.course, capture_output=True, text=True, timeout=1200, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with (tmp_path / "results" / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        ours = {
            (row["student"], name): float(row[name])
            for row in csv.DictReader(file)
            for name in NAMES
        }

    with Gradebook(f"sqlite:///{classroom.course / 'gradebook.db'}") as gradebook:
        theirs = {
            (student, name): gradebook.find_submission_notebook(name, ASSIGNMENT, student).score
            for student in grades
            for name in NAMES
        }

    assert len(theirs) == (CLASS_SIZE + 5) * len(NAMES)
    assert theirs == ours


@pytest.mark.parametrize("student", ["reference", "stub", "noisy", "tidy", "late-starter"])
def test_every_student_fetches_feedback_without_the_hidden_checks(classroom, student):
    """Feedback on each notebook comes back, and does not show how the hidden checks are run."""
    pages = list((classroom.home(student) / ASSIGNMENT / "feedback").rglob("*.html"))

    assert sorted(page.stem for page in pages) == NAMES
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "HIDDEN TESTS" not in text
        assert "hidden=" not in text


def test_nothing_of_the_solutions_reaches_a_student(classroom):
    """Students' folders and the exchange's outbox hold notebooks only, none with a solution."""
    outbox = classroom.folder / "exchange" / "kobai" / "outbound" / ASSIGNMENT

    assert sorted(path.name for path in outbox.iterdir()) == [f"{name}.ipynb" for name in NAMES]
    assert not any("SOLUTION" in path.read_text(encoding="utf-8") for path in outbox.iterdir())
