"""What a verdict depends on: its key is complete, and its random inputs follow from a secret."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.course import Course, secret
from autograder.course.exercise import ExerciseError
from autograder.grading import key
from autograder.grading.batch import grade_class
from autograder.sandbox.kind import Kind
from autograder.submission import Submission
from autograder.verdict import Verdict
from autograder.verdict.results import Results

ROOT = Path(__file__).parents[1]
RIGHT = (ROOT / "solutions" / "numerical_gradient.py").read_text("utf-8")
# Differences of its own, which are not exact to the last digit.
DESCENT = """
import numpy as np


def descent_path(f, init_x, lr=0.01, step_num=100):
    points = [np.array(init_x, dtype=float)]
    for _ in range(step_num):
        x, sides = points[-1], 1e-4 * np.eye(len(init_x))
        slope = np.array([f(x + side) - f(x - side) for side in sides]) / 2e-4
        points.append(x - lr * slope)
    return np.array(points)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    return descent_path(f, init_x, lr, step_num)[-1]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of this course, which may be changed."""
    place = tmp_path / "course"
    for part in ("autograder/checks", "solutions"):
        shutil.copytree(
            ROOT / part, place / part, ignore=shutil.ignore_patterns("__pycache__", "minimum")
        )
    shutil.copy(ROOT / "course.toml", place)
    return place


def graded(folder: Path, results: Results, exercise: str, source: str) -> tuple[bool, Verdict]:
    """Grade one submission of a course; give whether it was graded anew, and the verdict."""
    submission = Submission("mia", exercise, None, source)
    course = Course.at(folder).sealed()
    (one,) = grade_class([submission], course, results, Kind.TRUST)
    return one.is_new, Verdict.loads(results.verdict("mia", exercise).read_text("utf-8"))


# The title of a hidden check, behind which something can be planted.
BODY = re.compile(r'def check_unseen_functions\([^)]*\):\n    """[^"]*"""\n')


def keyed(folder: Path, exercise: str = "gradient_descent") -> str:
    """Give the key of a verdict of a course."""
    submission = Submission("mia", exercise, None, "x = 1")
    return key.of(submission, Course.at(folder).exercises[exercise], "trust", ())


def change(file: Path) -> None:
    """Change one line of a file without changing what it does."""
    with file.open("a", encoding="utf-8") as end:
        end.write("# one line more\n")


def test_a_changed_tolerance_beside_the_checks_grades_anew(folder, tmp_path) -> None:
    """A module that a check imports decides the score; the old verdict does not stay."""
    results = Results(tmp_path / "results")
    before = graded(folder, results, "gradient_descent", DESCENT)
    again = graded(folder, results, "gradient_descent", DESCENT)

    for file in (folder / "autograder" / "checks").glob("*.py"):
        text = file.read_text("utf-8")
        file.write_text(
            re.sub(r"^TOLERANCE = 0.03$", "TOLERANCE = -1.0", text, flags=re.M), "utf-8"
        )
    after = graded(folder, results, "gradient_descent", DESCENT)

    assert (before[0], again[0], after[0]) == (True, False, True)
    assert before[1].score > after[1].score


def test_every_file_of_the_course_room_counts(folder) -> None:
    """One line more in any of them gives another key, and is graded with what it now says."""
    files = [
        *sorted((folder / "autograder" / "checks").glob("*.py")),
        folder / "solutions" / "checks" / "check_gradient_descent.py",
        folder / "solutions" / "gradient_descent.py",
        folder / "solutions" / "numerical_gradient.py",
    ]
    keys = [keyed(folder)]

    for file in files:
        change(file)
        keys.append(keyed(folder))

    assert len(set(keys)) == len(files) + 1


def test_what_is_not_used_does_not_count(folder) -> None:
    """The key says no more than a verdict depends on."""
    before = keyed(folder)
    change(folder / "solutions" / "plotting.py")
    change(folder / "solutions" / "checks" / "check_plotting.py")

    assert keyed(folder) == before


def test_every_module_that_takes_part_in_grading_counts(tmp_path) -> None:
    """Each module of ours that is loaded while a class is graded, on either side of the wall."""
    script = (
        "import json, sys\n"
        "from pathlib import Path\n"
        "from autograder.course import Course\n"
        "from autograder.grading.batch import grade_class\n"
        "from autograder.sandbox.trusted.kinds import Kind\n"
        "from autograder.sandbox.worker import process, zygote\n"
        "from autograder.figures import description, model\n"
        "from autograder.submission import Submission, find\n"
        "from autograder.verdict.results import Results\n"
        f"course = Course.at(Path({str(ROOT)!r}))\n"
        f"one = Submission('mia', 'numerical_gradient', None, {RIGHT!r})\n"
        f"list(grade_class([one], course, Results(Path({str(tmp_path)!r})), Kind.TRUST))\n"
        "print(json.dumps([getattr(module, '__file__', None) for name, module in\n"
        "    sorted(sys.modules.items()) if name.split('.')[0] == 'autograder']))\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = [Path(file) for file in json.loads(told.stdout) if file]

    package = ROOT / "autograder"
    rooms = {file.relative_to(package).parts[0] for file in loaded if file.parent != package}
    assert rooms - {"checks"} <= set(key.JUDGING)

    copy = tmp_path / "autograder"
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
    digests = {key.engine(copy)}
    judging = [file for room in key.JUDGING for file in sorted((copy / room).rglob("*.py"))]
    for file in judging:
        change(file)
        digests.add(key.engine(copy))
    assert len(digests) == len(judging) + 1


def test_a_docstring_reseeds_nobody(folder) -> None:
    """Random inputs follow from the secret, the student, the check and the submission alone."""
    Course.at(folder).sealed()
    before = Course.at(folder).exercises["plotting"]
    change(folder / "autograder" / "checks" / "check_plotting.py")
    after = Course.at(folder).exercises["plotting"]

    assert before.digest != after.digest
    assert before.seed("mia", "check_path", "a") == after.seed("mia", "check_path", "a")
    seeds = {
        after.seed(student, check, content)
        for student in ("mia", "ken")
        for check in ("check_path", "")
        for content in ("a", "b")
    }
    assert len(seeds) == 8


def test_nobody_without_the_secret_can_compute_the_inputs(folder) -> None:
    """Another secret gives other inputs, and its fingerprint does not give it away."""
    course = Course.at(folder).sealed()
    other = replace(course, secret=b"guessed" * 5)

    seeds = [one.exercises["plotting"].seed("mia", "check_path") for one in (course, other)]

    assert seeds[0] != seeds[1]
    assert secret.fingerprint(course.secret) not in course.secret.hex()


def test_at_home_everyone_has_the_same_inputs() -> None:
    """A check without the course's folder says the same at every save."""
    one = Course().exercises["plotting"]

    assert one.seed("mia", "check_path", "a") == one.seed("ken", "check_path", "b")


def test_the_secret_is_made_once_for_its_owner_alone(folder) -> None:
    """It is there after the first grade, readable by nobody else, and stays."""
    first = Course.at(folder).sealed()
    again = Course.at(folder).sealed()

    assert first.secret == again.secret == Course.at(folder).secret
    if os.name == "posix":
        assert (folder / secret.FILE).stat().st_mode & 0o777 == 0o600


def test_a_damaged_secret_is_said(folder) -> None:
    """A file that holds something else is not taken for a secret."""
    (folder / secret.FILE).write_text("short\n", "utf-8")

    with pytest.raises(ExerciseError, match="does not hold the course's secret"):
        Course.at(folder)


def test_the_secret_is_never_in_the_repository() -> None:
    """It is ignored by git."""
    assert secret.FILE in (ROOT / ".gitignore").read_text("utf-8").splitlines()


def test_an_error_of_ours_keeps_its_traceback(folder, tmp_path) -> None:
    """It is in the verdict file, and not in what the student reads."""
    file = folder / "solutions" / "checks" / "check_numerical_gradient.py"
    text = file.read_text("utf-8")
    file.write_text(BODY.sub(r"\g<0>    3 / 0\n", text), "utf-8")

    _new, verdict = graded(folder, Results(tmp_path / "results"), "numerical_gradient", RIGHT)

    broken = verdict.checks[-1]
    assert "ZeroDivisionError: division by zero" in broken.traceback
    assert "3 / 0" in broken.traceback
    assert "check_unseen_functions" in verdict.tracebacks
    assert "3 / 0" not in broken.feedback.message.en
