"""The terminal's report of a verdict and of a class."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Styled
from verdicts import a_class, failed, passed, review, verdict

from autograder import gradebook, report
from autograder.language import Text, languages
from autograder.report.outcomes import OUTCOMES
from autograder.report.wrapping import wrapped
from autograder.verdict import CheckResult, Feedback, Outcome

ROOT = Path(__file__).parents[1]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(one, language="en", **environment):
    """Give what a terminal of 60 columns is sent."""
    stream = io.StringIO()
    console = Console(
        file=stream, force_terminal=True, width=60, _environ={"TERM": "xterm", **environment}
    )
    report.show(one, language, console)
    return stream.getvalue()


def test_a_verdict_reads_as_in_the_guide():
    """Score, then a line for each check, and under a failed one what we saw and what to try."""
    told = report.text(verdict(passed("gradient"), failed()))

    assert told.splitlines()[:5] == [
        "numerical_gradient: 2 of 4 points",
        "  passed     gradient is right",
        "  not yet    f is evaluated on both sides of x",
        "       saw   f was evaluated at x and x + h only",
        "       line  12: grad[idx] = (ahead - f(x)) / h",
    ]


@pytest.mark.parametrize("language", languages())
def test_words_line_up_in_every_language(language):
    """What we saw, the line, the hint and the lesson begin in the same terminal column."""
    one = verdict(failed(message=Text(en="@", ja="@"), hint=Text(en="@", ja="@"), line=None))

    lines = report.text(one, language).splitlines()

    assert len({cell_len(line.split("@")[0]) for line in lines if "@" in line}) == 1


@pytest.mark.parametrize("language", languages())
def test_titles_line_up_whatever_the_outcome(language):
    """Every check's title begins in the same terminal column."""
    checks = [CheckResult(outcome.value, Text(en="@", ja="@"), outcome, 1.0) for outcome in Outcome]

    lines = report.text(verdict(*checks), language).splitlines()

    assert len({cell_len(line.split("@")[0]) for line in lines if "@" in line}) == 1


def test_a_pipe_gets_plain_text_that_is_not_wrapped():
    """Without a terminal there is no colour, and long lines stay whole."""
    one = verdict(failed(message=Text(en="word " * 60, ja="語 " * 60)))
    stream = io.StringIO()

    report.show(one, "en", Console(file=stream, width=40))

    assert stream.getvalue() == report.text(one, "en")
    assert "\x1b" not in stream.getvalue()


def test_a_terminal_gets_colour_and_wrapped_words():
    """On a terminal outcomes are coloured, and nothing but an address is wider than the screen."""
    one = verdict(failed(message=Text(en="word " * 60, ja="語" * 150)))

    for language in languages():
        sent = on_a_terminal(one, language)

        assert "\x1b[1;31m" in sent
        lines = [COLOUR.sub("", line) for line in sent.splitlines()]
        assert max(cell_len(line) for line in lines if "://" not in line) <= 60


def test_no_color_is_respected():
    """With NO_COLOR set no colour is sent, only weight."""
    codes = COLOUR.findall(on_a_terminal(verdict(), NO_COLOR="1"))

    assert not [code for code in codes if re.search(r"[\[;]3\d", code)]


@pytest.mark.parametrize("evil", ["\x1b[31mred", "\u202egnp.exe", "\x9b2J", "\x07", "a\x08b", "\r"])
def test_what_a_student_prints_can_not_act(evil):
    """Control, ANSI and bidirectional characters are shown, and never sent to the terminal."""
    told = report.text(verdict(output=f"before {evil} after"))

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", told)
    assert "before" in told
    assert "after" in told


def test_brackets_are_no_markup():
    """Words in brackets, such as an index, are printed as they are."""
    sent = on_a_terminal(verdict(failed(message=Text(en="saw x[0] and [bold]b[/bold]", ja=""))))

    assert "saw x[0] and [bold]b[/bold]" in COLOUR.sub("", sent)


def test_an_error_of_ours_is_no_score():
    """A verdict that needs review says so in place of a score."""
    told = report.text(verdict(passed(), review()))

    assert "points" not in told.splitlines()[0]
    assert "our error" in told


def test_a_giant_output_is_cut():
    """Of what the code printed the first lines are shown, and how many more there are."""
    told = report.text(verdict(output="line\n" * 1000))

    assert told.count("line\n") < 20
    assert "992 more" in told


def test_a_skipped_check_says_what_it_waits_for():
    """A check that was not reached shows why."""
    check = CheckResult(
        "later",
        Text(en="later", ja=""),
        Outcome.SKIPPED,
        1.0,
        Feedback(Text(en="first the other", ja="")),
    )

    assert "first the other" in report.text(verdict(check))


def test_the_class_table_has_every_score():
    """A row for each student; blank for what was not handed in, a question mark for review."""
    verdicts = [
        verdict(passed(), student="aoki"),
        verdict(passed(), failed(), student="aoki", exercise="plotting"),
        verdict(passed(), review(), student="baba"),
    ]
    stream = io.StringIO()

    Console(file=stream, width=100).print(report.table(gradebook.of(verdicts)))

    rows = {line.split()[0]: " ".join(line.split()[1:]) for line in stream.getvalue().splitlines()}
    assert rows["aoki"] == "2 / 2 2 / 4 4 / 7"
    assert rows["baba"] == "? – ?"


def test_a_large_class_is_cut_in_the_terminal():
    """The table shows the first students, how many more there are, and the averages of all."""
    book = gradebook.of(a_class(80))
    stream = io.StringIO()

    Console(file=stream, width=100).print(report.table(book, rows=10))

    assert stream.getvalue().count("student0") == 10
    assert "70 more" in stream.getvalue()


def test_words_are_wrapped_where_their_script_allows_it():
    """Japanese fills the line up to its end, no mark begins one, and English breaks at spaces."""
    japanese = Styled(
        "あなたの `numerical_gradient` はまだ満点ではないので、代わりのものを使いました。"
    )
    english = Styled("f was evaluated at x and x + h only")

    lines = wrapped(japanese, 30).plain.split("\n")

    assert "".join(lines).replace(" ", "") == japanese.plain.replace(" ", "")
    assert all(20 < cell_len(line) <= 30 for line in lines[1:-1])
    assert not [line for line in lines if line.startswith(("、", "。"))]
    assert wrapped(english, 12).plain.split("\n") == [
        "f was",
        "evaluated at",
        "x and x + h",
        "only",
    ]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_outcomes_have_the_same_words_beside_the_lessons(language):
    """The page with the exercises calls every outcome what the terminal calls it."""
    words = (ROOT / f"docs/web/panel/words.{language}.js").read_text("utf-8")
    table = re.search(r"outcomes: \{(.*?)\}", words)[1]

    assert dict(re.findall(r'(\w+): "(.*?)"', table)) == {
        outcome.value: word.to(language) for outcome, word in OUTCOMES.items()
    }
