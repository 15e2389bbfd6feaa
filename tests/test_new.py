"""The files of a new exercise."""

import pytest

from autograder.course import Course
from autograder.course.exercise import ExerciseError
from autograder.course.scaffold import new
from autograder.grading import session
from autograder.sandbox.trusted.subprocess import Subprocess
from autograder.submission import read


@pytest.fixture
def course(tmp_path):
    """A course with no exercise yet."""
    (tmp_path / "solutions").mkdir()
    return tmp_path


def test_a_new_exercise_works_as_it_is(course):
    """Its solution and its right file earn everything, its wrong file does not."""
    new(course, "doubling")
    exercise = Course(course / "solutions", course / "autograder" / "checks").exercises["doubling"]

    def score(path):
        submission = read(course / path, "s", "doubling")
        return session.grade(submission, exercise, Subprocess()).score

    assert score("solutions/doubling.py") == exercise.points == 3
    assert score("tests/submissions/doubling/right/plain.py") == 3
    assert score("tests/submissions/doubling/wrong/gives_zero.py") == 0


def test_nothing_is_written_over(course):
    """A file that is there already stops all of it."""
    (course / "solutions" / "doubling.py").write_text("mine")

    with pytest.raises(ExerciseError, match="is there already; nothing was written"):
        new(course, "doubling")

    assert [path.name for path in course.rglob("*.py")] == ["doubling.py"]


@pytest.mark.parametrize("name", ["two words", "class", "Doubling", "../up", ""])
def test_a_name_that_is_no_stem_is_refused(course, name):
    """The stem becomes a file, a function and an address, so it is a plain Python name."""
    with pytest.raises(ExerciseError, match="cannot name an exercise"):
        new(course, name)


def test_outside_of_a_course_it_says_where_to_run(tmp_path):
    """Without solutions/ there is nothing to add to."""
    with pytest.raises(ExerciseError, match="run this in the course's folder"):
        new(tmp_path, "doubling")
