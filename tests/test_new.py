"""The files of a new exercise."""

import pytest

from autograder.course import Course
from autograder.course.exercise import ExerciseError
from autograder.course.scaffold import new
from autograder.course.settings import read as read_settings
from autograder.grading import session
from autograder.sandbox.trusted.subprocess import Subprocess
from autograder.submission import read


@pytest.fixture
def course(tmp_path):
    """A folder that is to become a course."""
    return tmp_path


def test_a_new_exercise_works_as_it_is(course):
    """Its solution and its right file earn everything, its wrong file does not."""
    new(course, "doubling")
    exercise = Course.at(course).exercises["doubling"]

    def score(path):
        submission = read(course / path, "s", "doubling")
        return session.alone(submission, exercise, Subprocess()).score

    assert score("solutions/doubling.py") == exercise.points == 3
    assert score("tests/submissions/doubling/right/plain.py") == 3
    assert score("tests/submissions/doubling/wrong/gives_zero.py") == 0


def test_nothing_is_written_over(course):
    """A file that is there already stops all of it."""
    (course / "solutions").mkdir()
    (course / "solutions" / "doubling.py").write_text("mine")

    with pytest.raises(ExerciseError, match="is there already; nothing was written"):
        new(course, "doubling")

    assert [path.name for path in course.rglob("*.py")] == ["doubling.py"]


@pytest.mark.parametrize("name", ["two words", "class", "Doubling", "../up", ""])
def test_a_name_that_is_no_stem_is_refused(course, name):
    """The stem becomes a file, a function and an address, so it is a plain Python name."""
    with pytest.raises(ExerciseError, match="cannot name an exercise"):
        new(course, name)


@pytest.mark.parametrize("layout", ['["doubling"]', '[\n    "doubling",\n]'])
def test_an_exercise_is_entered_in_its_course(course, layout):
    """course.toml lists it behind those that are there, however the list is written."""
    new(course, "doubling")
    file = course / "course.toml"
    text = file.read_text("utf-8").replace('["doubling"]', layout, 1)
    file.write_text(text, "utf-8")

    new(course, "halving")

    assert read_settings(file).exercises == ("doubling", "halving")
    assert read_settings(file).assignments == {read_settings(file).name: ("doubling", "halving")}
