"""nbgrader's own gradebook takes our verdicts: SQLite and PostgreSQL, the real program."""

import csv
import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import postgresql
import pytest

from autograder import gradebook
from autograder.course.release import release
from autograder.gradebook import GradebookError, database, notebooks
from autograder.language import Text
from autograder.verdict import CheckResult, Feedback, Outcome, Verdict
from autograder.verdict.lateness import Lateness

api = pytest.importorskip("nbgrader.api")
preprocessors = pytest.importorskip("nbgrader.preprocessors")
COURSE = Path(__file__).parent.parent


def nbgrader(course: Path, url: str, command: str, *arguments: str) -> str:
    """Run the real program in a copy of the course."""
    folder = str(Path(sys.executable).parent)
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([folder, os.environ["PATH"]]),  # it calls alembic by bare name
        **{name: str(course / "home") for name in ("HOME", "IPYTHONDIR", "JUPYTER_DATA_DIR")},
        "PYTHONWARNINGS": "ignore",
    }
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", command, *arguments, f"--CourseDirectory.db_url={url}"],
        cwd=course,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """A copy of the course with its notebooks made."""
    folder = tmp_path_factory.mktemp("course")
    kept = shutil.ignore_patterns("__pycache__", "minimum")
    for part in ("solutions", "exercises", "autograder/checks"):
        shutil.copytree(COURSE / part, folder / part, ignore=kept)
    for name in ("course.toml", "nbgrader_config.py"):
        shutil.copy(COURSE / name, folder)
    release(folder)
    return folder


def recorded(course: Path, url: str) -> None:
    """Record the assignment as generate_assignment does, by the preprocessor that it uses."""
    with pytest.MonkeyPatch.context() as patch:  # nbgrader calls alembic by bare name
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        with api.Gradebook(url) as found:
            found.add_assignment("minimum")
    for path in sorted((course / "solutions" / "minimum").glob("*.ipynb")):
        about = {"notebook": path.stem, "assignment": "minimum", "db_url": url}
        notebook, resources = nbformat.read(path, as_version=4), {"nbgrader": about}
        for kind in (
            preprocessors.LockCells,
            preprocessors.ComputeChecksums,
            preprocessors.SaveCells,
        ):
            notebook, resources = kind().preprocess(notebook, resources)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def url(request, course):
    """An nbgrader database in which the real program has recorded the assignment."""
    if request.param == "sqlite":
        path = course / "gradebook.db"
        address = f"sqlite:///{path}"
        recorded(course, address)
        yield address
        return
    if postgresql.program("initdb") is None:
        pytest.skip("PostgreSQL is not installed")
    with postgresql.server() as address:
        recorded(course, address)
        yield address


@pytest.fixture(scope="module")
def worth(url) -> dict[str, float]:
    """What nbgrader recorded as the points of each check cell."""
    with api.Gradebook(url) as found:
        return {
            cell.name: cell.max_score
            for notebook in found.find_assignment("minimum").notebooks
            for cell in notebook.grade_cells
        }


def verdict(student: str, exercise: str, worth: dict[str, float], hidden=Outcome.PASSED) -> Verdict:
    """A verdict with the points of the release: public checks passed, hidden ones as said."""
    feedback = Feedback(Text(en="saw 3", ja="3 でした"), Text(en="Step back too.", ja="後ろにも。"))
    public = CheckResult("a", Text(en="a", ja="あ"), Outcome.PASSED, worth[f"{exercise}-check"])
    secret = worth[f"{exercise}-hidden"]
    title = Text(en="both sides", ja="両側")
    return Verdict(
        student,
        exercise,
        (public, CheckResult("b", title, hidden, secret, feedback, hidden=True)),
    )


def scores(url: str, student: str) -> dict[str, tuple[float | None, bool]]:
    with api.Gradebook(url) as found:
        return {
            grade.name: (grade.auto_score, grade.needs_manual_grade)
            for notebook in found.find_submission("minimum", student).notebooks
            for grade in notebook.grades
        }


def test_scores_comments_and_times_reach_nbgraders_gradebook(url, worth):
    """Public and hidden checks have a cell each; what is missing is 0; the hint is the comment."""
    verdicts = [
        verdict("山田 太郎", "plotting", worth),
        verdict("山田 太郎", "numerical_gradient", worth, Outcome.FAILED),
    ]
    late = {("山田 太郎", "plotting"): Lateness(1, 0.5, Text(en="1 day late", ja="1日遅れ"))}
    time = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)

    done = database.record(
        gradebook.of(verdicts, late=late), url, "minimum", "ja", {"山田 太郎": time}
    )

    assert (done.students, done.notebooks) == (1, 2)
    assert scores(url, "山田 太郎") == {
        "plotting-check": (worth["plotting-check"], False),
        "plotting-hidden": (worth["plotting-hidden"], False),
        "numerical_gradient-check": (worth["numerical_gradient-check"], False),
        "numerical_gradient-hidden": (0.0, False),
        "gradient_descent-check": (0.0, False),
        "gradient_descent-hidden": (0.0, False),
    }
    with api.Gradebook(url) as found:
        submission = found.find_submission("minimum", "山田 太郎")
        assert submission.timestamp == time.replace(tzinfo=None)
        by_name = {notebook.name: notebook for notebook in submission.notebooks}
        told = [comment.comment for comment in by_name["numerical_gradient"].comments]
        assert [text for text in told if text and "後ろにも。" in text]
        plotting = by_name["plotting"]
        assert plotting.late_submission_penalty == plotting.score / 2


def test_our_error_is_no_score_but_a_cell_to_grade_by_hand(url, worth):
    """The formgrader then lists it under what needs manual grading."""
    book = gradebook.of([verdict("erika", "plotting", worth, Outcome.ERROR)])

    database.record(book, url, "minimum")

    assert scores(url, "erika")["plotting-check"] == (None, True)
    with api.Gradebook(url) as found:
        assert found.find_submission("minimum", "erika").needs_manual_grade


def test_what_a_grader_entered_stays_when_we_grade_again(url, worth):
    """A manual score wins over ours, and is marked to be looked at again."""
    book = gradebook.of([verdict("mia", "plotting", worth)])
    database.record(book, url, "minimum")
    with api.Gradebook(url) as found:
        grade = found.find_grade("plotting-check", "plotting", "minimum", "mia")
        grade.manual_score = 0.5
        found.db.commit()

    database.record(book, url, "minimum")

    with api.Gradebook(url) as found:
        grade = found.find_grade("plotting-check", "plotting", "minimum", "mia")
        assert (grade.score, grade.auto_score) == (0.5, worth["plotting-check"])
        assert grade.needs_manual_grade


def test_a_student_without_a_name_is_shown_by_the_id(url, worth):
    """The formgrader would say "None, None"; a name that the instructor entered stays."""
    entered = {"first_name": "花子", "last_name": "山田"}
    with api.Gradebook(url) as found:
        found.add_student("s-named", **entered)
        found.add_student("s-half-named", first_name="Taro")

    ids = ("s-unknown", "s-named", "s-half-named")
    book = gradebook.of([verdict(student, "plotting", worth) for student in ids])
    database.record(book, url, "minimum")
    database.record(book, url, "minimum")

    with api.Gradebook(url) as found:
        names = [(one.last_name, one.first_name) for one in map(found.find_student, ids)]
    assert names == [("s-unknown", ""), ("山田", "花子"), (None, "Taro")]


def test_nbgraders_export_shows_our_scores(url, course, worth):
    """The real command, on what we wrote."""
    database.record(gradebook.of([verdict("export", "plotting", worth)]), url, "minimum")

    nbgrader(course, url, "export", "--to=grades.csv")

    with (course / "grades.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["student_id"] == "export")
    assert float(row["score"]) == worth["plotting-check"] + worth["plotting-hidden"]


def test_the_feedback_of_nbgrader_shows_our_hints(url, course, worth):
    """A submitted notebook is shown as graded without being run; the real command renders it."""
    place = course / "submitted" / "hanako" / "minimum"
    place.mkdir(parents=True, exist_ok=True)
    path = place / "plotting.ipynb"
    notebook = nbformat.read(course / "exercises" / "minimum" / "plotting.ipynb", as_version=4)
    solution = next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("solution"))
    solution.source = "open('/tmp/was-run', 'w')  # not run"
    solution.outputs = [nbformat.v4.new_output("stream", text="<script>mine</script>")]
    nbformat.write(notebook, path)
    shutil.rmtree(course / "autograded", ignore_errors=True)
    book = gradebook.of(
        [
            verdict("hanako", name, worth, Outcome.FAILED)
            for name in ("plotting", "gradient_descent")
        ]
    )
    database.record(book, url, "minimum")

    passed_over = notebooks.show(book, course, url, "minimum")
    nbgrader(course, url, "generate_feedback", "minimum", "--force", "--student=hanako")

    assert [one.name for one, _why in passed_over] == ["gradient_descent.ipynb"]
    shown = nbformat.read(course / "autograded/hanako/minimum/plotting.ipynb", as_version=4)
    outputs = [out.text for cell in shown.cells for out in cell.get("outputs", [])]
    assert "Step back too." in outputs[0]
    assert not any("<script>" in text for text in outputs)
    page = (course / "feedback/hanako/minimum/plotting.html").read_text(encoding="utf-8")
    assert "Step back too." in page
    assert f"{worth['plotting-check']:g}" in page


def test_all_is_written_or_nothing(url, worth):
    """When one student's entry fails, no other student's score has changed."""
    before = gradebook.of([verdict("first", "plotting", worth)])
    database.record(before, url, "minimum")
    with api.Gradebook(url) as found:
        students = len(found.students)
    odd = verdict("zero\0byte", "plotting", worth)
    broken = gradebook.of([verdict("first", "plotting", worth, Outcome.FAILED), odd])
    if url.startswith("sqlite"):  # it takes any text, but not an endless one as a number
        broken = gradebook.of(
            [
                verdict("first", "plotting", worth, Outcome.FAILED),
                verdict("\udcff", "plotting", worth),
            ]
        )

    with pytest.raises(GradebookError):
        database.record(broken, url, "minimum")

    assert scores(url, "first")["plotting-hidden"] == (worth["plotting-hidden"], False)
    with api.Gradebook(url) as found:
        assert len(found.students) == students


def test_an_unknown_assignment_or_other_points_are_errors_in_words(url, worth):
    """The message says which nbgrader command to run first."""
    with pytest.raises(GradebookError, match="generate_assignment other --force"):
        database.record(gradebook.of([]), url, "other")
    twice = {cell: 2 * points for cell, points in worth.items()}
    with pytest.raises(GradebookError, match="plotting-check has"):
        database.record(gradebook.of([verdict("a", "plotting", twice)]), url, "minimum")


def test_a_database_that_cannot_be_written_is_an_error_in_words(course, worth, tmp_path):
    """Missing, locked, read-only, damaged, out of reach: nothing written, and no password shown."""
    book = gradebook.of([verdict("a", "plotting", worth)])
    missing = tmp_path / "nowhere.db"
    with pytest.raises(GradebookError, match="does not exist"):
        database.record(book, f"sqlite:///{missing}", "minimum")
    assert not missing.exists()

    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"no database" * 1000)
    with pytest.raises(GradebookError, match="Nothing was written"):
        database.record(book, f"sqlite:///{damaged}", "minimum")

    empty = tmp_path / "empty.db"
    empty.touch()
    with pytest.raises(GradebookError, match="Run first: nbgrader generate_assignment"):
        database.record(book, f"sqlite:///{empty}", "minimum")

    with pytest.raises(GradebookError, match="Nothing was written") as caught:
        database.record(book, "postgresql://me:secret@127.0.0.1:1/none", "minimum")
    assert "secret" not in str(caught.value)

    with pytest.raises(GradebookError, match="Nothing was written"):
        database.record(book, "nonsense", "minimum")

    locked = tmp_path / "locked.db"
    recorded(course, f"sqlite:///{locked}")
    other = sqlite3.connect(locked, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(GradebookError, match=r"database is locked\. Nothing was written"):
            database.record(book, f"sqlite:///{locked}?timeout=0.1", "minimum")
    finally:
        other.close()

    before = locked.read_bytes()
    with pytest.raises(GradebookError, match=r"readonly database\. Nothing was written"):
        database.record(book, f"sqlite:///file:{locked}?mode=ro&uri=true", "minimum")
    assert locked.read_bytes() == before
