"""A student's code on a page: every line where it was, the one that matters marked."""

from __future__ import annotations

import pytest

from autograder.report.code import Code


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_keep_their_numbers_whatever_ends_them(end):
    """Blank lines at the top count, and so does a text that runs over several lines."""
    source = end.join(["", "", "x = '''one", "two", "three'''", "y = 1"])

    code = Code.of(source, marked={4, 6})

    assert [line.number for line in code.lines if line.is_marked] == [4, 6]
    assert "two" in code.lines[3].code
    assert "y" in code.lines[5].code


def test_code_is_escaped():
    """What looks like markup is text."""
    (line,) = Code.of("x = '<b>&'").lines

    assert "&lt;b&gt;&amp;" in line.code
    assert "<b>" not in line.code


def test_only_the_lines_around_are_shown_beside_a_check():
    """Two lines before, two after, and fewer at the ends; none for a line that is not there."""
    code = Code.of("\n".join(f"x = {number}" for number in range(1, 10)))

    assert [line.number for line in code.around(5)] == [3, 4, 5, 6, 7]
    assert [line.number for line in code.around(1)] == [1, 2, 3]
    assert code.around(0) == code.around(10) == ()


def test_giant_code_is_cut_and_says_so():
    """The first part of a giant file is shown, and known to be a part."""
    assert Code.of("x = 1\n" * 10).is_whole
    assert not Code.of("x = 1\n" * 100_000).is_whole
    assert not Code.of("x" * 10_000).is_whole


@pytest.mark.parametrize("source", ["", "\n\n", "def f(:\n  '''open", "０＝１", "\x00\x0c"])
def test_code_that_is_none_is_shown_all_the_same(source):
    """An empty file and one that is no Python give a page too."""
    Code.of(source, marked={1})
