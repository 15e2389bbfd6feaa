"""A program for a newer Python is told as one, before it is handed in and when it is graded."""

import sys

import pytest

from autograder.course import Course
from autograder.frontends import hand_in, local
from autograder.submission import dialect
from autograder.submission.cells import of_sources, syntax_error

NEWER = (
    "print(f'{words['a']}')",
    "print(f\"{', '.join(['b'])} {\"a\"}\")",
    "type Point = list",
    "def first[T](x): return x",
    "class Box[T]: pass",
)
OLDER = (
    "print(f'{words[\"a\"]}')",
    "print(f'{1}' + str({'a': 1}))",
    'print(f"""{words[\'a\']}""")',
    "print(f'{1!r}' '{a}')",
)
WRONG = ("print(f'{1')", "def first(x: return x", "x = [1, 2", "print 'a'")


@pytest.mark.parametrize("line", NEWER)
def test_what_only_a_newer_python_reads_is_told(line):
    """Here as a reason to write it otherwise, or as a warning where this Python reads it."""
    fault = syntax_error(line)

    if fault is None:
        assert "Line 1" in str(dialect.note(line))
    else:
        assert dialect.is_newer(fault.msg, line)


@pytest.mark.parametrize("line", OLDER)
def test_what_every_python_reads_is_told_of_in_no_word(line):
    """Braces and quotation marks beside an f-string are no part of it."""
    assert syntax_error(line) is None
    assert dialect.note(line) is None


@pytest.mark.parametrize("line", WRONG)
def test_a_mistake_is_not_called_new(line):
    """What no version reads is told as before."""
    fault = syntax_error(line)

    assert fault is not None
    assert not dialect.is_newer(fault.msg, line)


def test_the_words_say_which_python(tmp_path):
    """In `check` and `submit`, for a file and for a cell."""
    file = tmp_path / "numerical_gradient.py"
    file.write_text(f"words = {{'a': 1}}\n{NEWER[0]}\n", encoding="utf-8")
    checked = local.check_file(file, Course())
    said = [str(note) for note in checked.notes]
    said += [str(one.feedback.hint) for one in checked.checks]
    said += [str(one) for one in hand_in.pack([file], Course().functions).told]
    told = [one for one in said if "3.12 and newer" in one]

    assert len(told) >= 2, said
    if sys.version_info < (3, 12):
        assert all(f"Python {dialect.HERE} reads it" in one for one in told)
        notes = [str(note) for note in of_sources([NEWER[0], "x = 1"]).notes]
        assert any(f"Python {dialect.HERE} reads it" in note for note in notes)
