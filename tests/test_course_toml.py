"""course.toml: what it says, and what is said where something in it is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autograder.course import Course
from autograder.course.exercise import ExerciseError
from autograder.course.settings import read

ROOT = Path(__file__).parents[1]
WHOLE = """
format = 1
name = "doubling"
languages = ["en", "ja"]
site = "https://example.org/"
exercises = ["double", "triple"]
[title]
en = "Doubling"
ja = "2 倍"
[assignments]
first = ["double"]
both = ["double", "triple"]
"""
WRONG = {
    "format = 1": ("format = 2", "format is 2; this version reads format = 1"),
    'name = "doubling"': ('name = "Two Words"', "name is 'Two Words'; it should be small letters"),
    'languages = ["en", "ja"]': ('languages = ["ja"]', "languages must hold 'en'"),
    'site = "https://example.org/"': ('site = "example"', "site is 'example'; it should be an"),
    'exercises = ["double", "triple"]': ('exercises = "double"', "a list of different names"),
    'en = "Doubling"': ("", "[title] has none in 'en'"),
    'first = ["double"]': ('first = ["treble"]', "assignment 'first' has 'treble', which is not"),
    "[assignments]": ("[assignment]", "'assignment' means nothing here; there are format, name"),
    "[title]": ("[title", "cannot be read"),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "course.toml"
    path.write_text(WHOLE, "utf-8")
    return path


def test_everything_is_read(file: Path) -> None:
    """Name, title, languages, address, exercises and assignments, in their order."""
    found = read(file)

    assert (found.name, found.title.to("ja"), found.languages) == ("doubling", "2 倍", ("en", "ja"))
    assert (found.site, found.exercises) == ("https://example.org/", ("double", "triple"))
    assert found.assignments == {"first": ("double",), "both": ("double", "triple")}
    assert (found.checks, found.assignment) == ("checks", "first")


@pytest.mark.parametrize("address", ["http://localhost:8000/", "http://127.0.0.1/", ""])
def test_an_address_of_this_machine_is_none_for_students(file: Path, address: str) -> None:
    """Feedback that is handed back does not link to where nobody else gets."""
    assert read(file).public_site == "https://example.org/"
    file.write_text(WHOLE.replace("https://example.org/", address), "utf-8")

    assert (read(file).site, read(file).public_site) == (address, "")


@pytest.mark.parametrize("line", WRONG)
def test_what_is_wrong_is_said_with_what_is_right(file: Path, line: str) -> None:
    """The file, the key, what it is and what it should be."""
    other, words = WRONG[line]
    file.write_text(WHOLE.replace(line, other), "utf-8")

    with pytest.raises(ExerciseError, match=re.escape(words)) as told:
        read(file)

    assert str(file) in str(told.value)


def test_the_folder_of_checks_stays_in_the_course(file: Path) -> None:
    """A path that leads elsewhere is refused."""
    file.write_text(WHOLE.replace("format = 1", 'format = 1\nchecks = "../checks"'), "utf-8")

    with pytest.raises(ExerciseError, match="a folder within the course's"):
        read(file)


@pytest.mark.parametrize(
    ("there", "words"),
    [
        (("double",), "lists 'triple', but .*check_triple.py is missing"),
        (("double", "triple", "half"), "check_half.py: add 'half' to exercises"),
    ],
)
def test_exercises_are_those_that_have_checks(file: Path, there, words: str) -> None:
    """Neither side has one that the other lacks."""
    (file.parent / "checks").mkdir()
    for name in there:
        (file.parent / "checks" / f"check_{name}.py").write_text("", "utf-8")

    with pytest.raises(ExerciseError, match=words):
        _ = Course(file.parent).exercises


def test_an_exercise_stands_behind_what_it_depends_on(file: Path) -> None:
    """The order of course.toml is the one in which a student's exercises are graded."""
    (file.parent / "checks").mkdir()
    (file.parent / "checks" / "check_double.py").write_text('DEPENDS_ON = ("triple",)', "utf-8")
    (file.parent / "checks" / "check_triple.py").write_text(
        "def stand_in_triple(f, x):\n    return 3 * x\n", "utf-8"
    )

    with pytest.raises(ExerciseError, match="'double' depends on 'triple', which must come first"):
        _ = Course(file.parent).exercises


def test_what_others_depend_on_has_a_stand_in(file: Path) -> None:
    """Else nobody could be judged beside an exercise that does not work."""
    (file.parent / "checks").mkdir()
    (file.parent / "checks" / "check_double.py").write_text("", "utf-8")
    (file.parent / "checks" / "check_triple.py").write_text('DEPENDS_ON = ("double",)', "utf-8")

    with pytest.raises(ExerciseError, match="stand_in_double must answer where it does not work"):
        _ = Course(file.parent).exercises


def test_a_language_without_a_catalogue_is_said(file: Path) -> None:
    """Before anyone reads half of a page in it."""
    text = WHOLE.replace('["en", "ja"]', '["en", "ja", "eo"]').replace(
        'ja = "2', 'eo = "D"\nja = "2'
    )
    file.write_text(text, "utf-8")

    with pytest.raises(ExerciseError, match="there is no catalogue for 'eo'"):
        _ = Course(file.parent).settings


def test_a_folder_that_is_no_course_is_said(tmp_path: Path) -> None:
    """With what to do."""
    with pytest.raises(ExerciseError, match="name it with --course"):
        Course.at(tmp_path)


def test_the_course_is_the_one_that_one_is_in(file: Path) -> None:
    """However deep; elsewhere it is the one that is installed."""
    deep = file.parent / "a" / "b"
    deep.mkdir(parents=True)

    assert Course.around(deep).folder == file.parent
    assert Course.around(file.parent.parent).is_installed


def test_the_kit_knows_no_course() -> None:
    """No name of an exercise, of its functions or of an assignment stands in the kit's code."""
    course = Course.at(ROOT)
    words = {*course.exercises, *course.settings.assignments}
    words |= {name for functions in course.functions.values() for name in functions}
    words |= {f"check_{name}" for name in course.exercises}
    # Words that mean something else as well, with what they mean there.
    words -= {"plotting", "minimum", "plot_surface", "check_plotting"}

    found = [
        f"{file.relative_to(ROOT)}: {word}"
        for file in sorted((ROOT / "autograder").rglob("*.*"))
        if file.suffix in (".py", ".j2", ".html", ".js", ".css")
        and "checks" not in file.relative_to(ROOT / "autograder").parts
        for word in words
        if re.search(rf"\b{word}\b", file.read_text("utf-8"))
    ]

    assert found == []
