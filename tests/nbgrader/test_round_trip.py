"""nbgrader for real, from generate_assignment to export; minutes long, so apart from the tests."""

import csv
import shutil
import subprocess
import sys
from dataclasses import replace
from html import escape
from pathlib import Path

import nbformat
import pytest
import round_trip
from nbgrader.api import Gradebook
from round_trip import ASSIGNMENT, COURSE, Classroom

from autograder.course import Course
from autograder.course.release import release

CLASS_SIZE = 10
# Five of the class are right in odd ways; the others are wrong.
WRONG = CLASS_SIZE - 5
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


def add_drafts(home: Path) -> None:
    """Leave cells that never ran, and a shell line, in every notebook."""
    for path in (home / ASSIGNMENT).glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        drafts = [nbformat.v4.new_code_cell(text) for text in ("to do: ask about h", "!true")]
        notebook.cells = [*drafts, *notebook.cells, nbformat.v4.new_code_cell("print((")]
        nbformat.write(notebook, path)


def add_module(home: Path) -> None:
    """Hand in a module of one's own, and a copy that nobody needs, beside the notebooks."""
    (home / ASSIGNMENT / "steps.py").write_text("factor = 2\n", encoding="utf-8")
    (home / ASSIGNMENT / f"{NAMES[1]} (1).py").write_text("", encoding="utf-8")


def noisy(answers: dict[str, str]) -> dict[str, str]:
    """The same answers from someone who prints, warns and writes to stderr."""
    noise = (
        "import sys, warnings\nprint('here')\nwarnings.warn('careful')\nsys.stderr.write('oh')\n"
    )
    return {name: f"{noise}\n\n{code}" for name, code in answers.items()}


def wrong(number: int, count: int) -> dict[str, str]:
    """One wrong submission to each exercise, another for each number, from the corpus."""
    chosen = {}
    for name in NAMES:
        corpus = [
            code
            for path in sorted((COURSE / "tests" / "submissions" / name / "wrong").glob("*.py"))
            if (code := path.read_text(encoding="utf-8")).startswith('"""expect: ')
            and not code.startswith('"""expect: none')
        ]
        chosen[name] = corpus[number * len(corpus) // count]
    return chosen


@pytest.fixture(scope="module")
def classroom(tmp_path_factory):
    """A course handed out, handed in by the reference, a stub and a class of ten, and handed back.

    The commands run in the order of the guide; only the students do theirs at the same time.
    """
    room = round_trip.open_classroom(tmp_path_factory.mktemp("classroom"))
    release(room.course)
    room.instructor("generate_assignment", ASSIGNMENT, "--force")
    validated = validate(room, "solutions")
    room.instructor("release_assignment", ASSIGNMENT)
    answers = solved(room)
    first = NAMES[1]
    people = {
        "reference": (answers, None),
        "stub": ({}, None),
        "noisy": (noisy(answers), None),
        "tidy": (answers, remove_check_cells),
        "drafty": (answers, add_drafts),
        "helped": ({**answers, first: f"from steps import factor\n{answers[first]}"}, add_module),
        "late-starter": ({first: answers[first]}, None),
        **{f"wrong-{number}": (wrong(number, WRONG), None) for number in range(WRONG)},
    }
    round_trip.at_once(lambda student: round_trip.hand_in(room, student, *people[student]), people)
    for command in ("collect", "autograde", "generate_feedback", "release_feedback"):
        room.instructor(command, ASSIGNMENT)
    round_trip.at_once(lambda student: room.student(student, "fetch_feedback"), people)
    room.instructor("export", "--to=grades.csv")
    return replace(room, validated=validated)


def ours(classroom: Classroom, *arguments: object) -> None:
    """Run our command in the course."""
    done = subprocess.run(
        [Path(sys.executable).with_name("autograder"), *map(str, arguments), "--language", "en"],
        cwd=classroom.course,
        env=round_trip.environment(classroom.folder),
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def validate(classroom: Classroom, folder: str) -> dict[str, str]:
    """What `nbgrader validate` says about each notebook of the assignment in a folder."""
    return {
        name: classroom.instructor("validate", f"{folder}/{ASSIGNMENT}/{name}.ipynb")
        for name in NAMES
    }


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


def test_source_notebooks_validate_and_stubs_do_not(classroom):
    """`nbgrader validate` accepts each source notebook, and what was handed out it does not."""
    handed_out = validate(classroom, "exercises")

    for name in NAMES:
        assert "Success! Your notebook passes all the tests." in classroom.validated[name]
        assert "VALIDATION FAILED" in handed_out[name]


def test_reference_earns_every_point_and_stub_none(grades):
    """The two ends of the scale are where they belong, and every check counts."""
    everything = sum(points(name) for name in NAMES)

    assert everything > 0
    assert float(grades["reference"]["max_score"]) == everything
    assert float(grades["reference"]["score"]) == everything
    assert float(grades["stub"]["score"]) == 0


@pytest.mark.parametrize("student", ["noisy", "tidy", "drafty", "helped"])
def test_what_is_right_in_an_odd_way_costs_nothing(grades, student):
    """Noise, deleted check cells, drafts that are no Python, one's own module: no score changes."""
    assert float(grades[student]["score"]) == float(grades["reference"]["score"])


def test_one_solved_exercise_earns_its_own_points(grades):
    """Partial credit: the points of the exercise that was done, none of the others."""
    assert float(grades["late-starter"]["score"]) == points("numerical_gradient")


def test_nbgrader_gives_the_scores_of_autograder_grade(classroom, grades, tmp_path):
    """For every student and exercise the cells in the notebook and the command agree exactly."""
    ours(classroom, "grade", "submitted", "--output", tmp_path / "results")
    with (tmp_path / "results" / "gradebook.csv").open(encoding="utf-8-sig", newline="") as file:
        by_command = {
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

    assert len(theirs) == (2 + CLASS_SIZE) * len(NAMES)
    assert theirs == by_command


@pytest.mark.parametrize("student", ["reference", "stub", "noisy", "tidy", "late-starter"])
def test_every_student_fetches_feedback_without_the_hidden_checks(classroom, student):
    """Feedback on each notebook comes back, and does not show how the hidden checks are run."""
    pages = list((classroom.home(student) / ASSIGNMENT / "feedback").rglob("*.html"))

    assert sorted(page.stem for page in pages) == NAMES
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "HIDDEN TESTS" not in text
        assert "hidden=True" not in text
        assert not [title for title in hidden_titles() if escape(title) in text]


def test_nothing_of_the_solutions_reaches_a_student(classroom):
    """The exchange hands out notebooks only: none with a solution, a hidden check or its call."""
    outbox = classroom.folder / "exchange" / "kobai" / "outbound" / ASSIGNMENT

    assert sorted(path.name for path in outbox.iterdir()) == [f"{name}.ipynb" for name in NAMES]
    for path in outbox.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not [mark for mark in ("SOLUTION", "HIDDEN", "hidden=True") if mark in text]
        kept = {line.strip() for cell in cells(path) for line in cell.source.splitlines()}
        lines = [line.strip() for line in secret(path.stem).splitlines() if len(line.strip()) > 8]
        assert lines
        assert not [line for line in lines if line in kept]


def test_a_check_cell_is_one_line_and_ends_in_a_float(classroom):
    """It shows the page with the student's figures, ends in the points, and says nothing else."""
    for student in ("reference", "wrong-0", "wrong-3"):
        for name in NAMES:
            path = classroom.course / "autograded" / student / ASSIGNMENT / f"{name}.ipynb"
            check = next(
                cell
                for cell in cells(path)
                if cell.metadata.get("nbgrader", {}).get("grade_id") == f"{name}-check"
            )
            page, result = check.outputs

            assert len(check.source.splitlines()) == 1
            assert (page.output_type, result.output_type) == ("display_data", "execute_result")
            assert 0 <= float(result.data["text/plain"]) <= check.metadata.nbgrader.points
            assert name in page.data["text/html"]
            assert "&lt;figure" in page.data["text/html"] or name != "plotting"


def test_a_right_neighbour_is_used_and_not_called_wrong(classroom):
    """gradient_descent runs before numerical_gradient is there, and finds what was handed in."""
    path = classroom.course / "autograded" / "reference" / ASSIGNMENT / "gradient_descent.ipynb"
    shown = [
        out.get("data", {}).get("text/plain", "")
        for cell in cells(path)
        for out in cell.get("outputs", [])
    ]

    assert not [text for text in shown if "stand-in" in text]


def secret(name: str) -> str:
    """The lines of a solution that students must write themselves."""
    text = (COURSE / "solutions" / f"{name}.py").read_text(encoding="utf-8")
    return "\n".join(
        part.partition("### END SOLUTION")[0] for part in text.split("### BEGIN SOLUTION")[1:]
    )


def hidden_titles() -> list[str]:
    """The titles of the hidden checks, in every language, that no public check has too."""
    checks = [check for one in Course.at(COURSE).exercises.values() for check in one.checks]
    public = {check.title for check in checks if not check.hidden}
    hidden = {check.title for check in checks if check.hidden} - public
    return [text for title in hidden for text in title.words().values()]


def test_nbgrader_goes_on_after_autograder_grade(classroom, grades, tmp_path):
    """Graded by our command instead, feedback and export come out of nbgrader as before."""
    for folder in ("autograded", "feedback"):
        shutil.rmtree(classroom.course / folder)
    feedback = classroom.home("wrong-0") / ASSIGNMENT / "feedback"
    shutil.rmtree(feedback)

    ours(classroom, "grade", "submitted", "--output", tmp_path / "results")
    ours(classroom, "export", "nbgrader", tmp_path / "results")
    for command in ("generate_feedback", "release_feedback"):
        classroom.instructor(command, ASSIGNMENT)
    classroom.student("wrong-0", "fetch_feedback")
    classroom.instructor("export", "--to=again.csv")

    with (classroom.course / "again.csv").open(encoding="utf-8", newline="") as file:
        again = {row["student_id"]: row["score"] for row in csv.DictReader(file)}
    assert again == {student: row["score"] for student, row in grades.items()}
    pages = list(feedback.rglob("*.html"))
    assert sorted(page.stem for page in pages) == NAMES
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "hint: " in text
        assert "hidden=True" not in text
