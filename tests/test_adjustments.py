"""What people decide about scores is data: it survives every regrade, and is shown everywhere."""

from __future__ import annotations

import csv
import io
import tomllib
from pathlib import Path

import pytest
from verdicts import failed, passed

from autograder import gradebook
from autograder.frontends import adjusting, classroom, forgetting
from autograder.gradebook import GradebookError, adjustments
from autograder.language import Text
from autograder.report.attention import attention
from autograder.verdict import CheckResult, Feedback, Outcome, Verdict, files
from autograder.verdict.adjustments import Adjustment, Deed, holding
from autograder.verdict.gradebook import Gradebook
from autograder.verdict.lateness import Lateness
from autograder.verdict.results import Results

POINTS = {"numerical_gradient": 6.0, "plotting": 4.0}
LATE = Lateness(1, 0.5, Text(en="1 day late", ja="1日遅れ"))


@pytest.fixture
def results(tmp_path) -> Results:
    """A class of three: Mia late in one exercise, Ken without the other, Ren with nothing."""
    there = Results(tmp_path / "results")
    write(there, "mia_1", "numerical_gradient", passed(points=4.0), failed(points=2.0))
    write(there, "mia_1", "plotting", passed(points=4.0))
    write(there, "ken_2", "numerical_gradient", failed(points=6.0))
    late = {("mia_1", "plotting"): LATE}
    known = gradebook.Roster(("ken_2", "mia_1", "ren_3"), points=POINTS, late=late)
    gradebook.remember(there, known)
    classroom.render(there, "en")
    return there


def write(results: Results, student: str, exercise: str, *checks: CheckResult) -> None:
    """Put a verdict into the results, as grading does."""
    one = Verdict(student, exercise, checks, source="x = 1\n")
    files.write(results.verdict(student, exercise), one.dumps())


def decide(results: Results, *words: str, because: str = "we talked", check: str = "") -> None:
    """Decide, as the command does."""
    adjusting.decide(results, *words, because, check)
    adjusting.show(results, "en", "")


def table(results: Results) -> dict[str, dict[str, str]]:
    """The gradebook as a spreadsheet reads it."""
    text = results.gradebook.read_bytes().decode("utf-8-sig")
    return {row["student"]: row for row in csv.DictReader(io.StringIO(text))}


def total(results: Results, student: str) -> float | None:
    """What counts for a student, by the same way as every export."""
    book = gradebook.load(results)
    return next(book.scaled(row) for row in book.rows if row.student == student)


@pytest.mark.parametrize(
    ("what", "score", "counts"),
    [
        ("+1", "5", 7.0),  # 4 + 1, and 4 of plotting halved
        ("-1.5", "2.5", 4.5),
        ("-9", "0", 2.0),  # never below 0
        ("6", "6", 8.0),
        ("=3,5", "3.5", 5.5),
        ("comment", "4", 6.0),
        ("excuse", "excused", 5.0),  # 2 of 4, on the scale of 10
    ],
)
def test_every_decision_counts_as_it_says(results, what, score, counts):
    """In the table and in what goes back to a platform, from one rule."""
    decide(results, "mia_1", "numerical_gradient", what)

    assert table(results)["mia_1"]["numerical_gradient"] == score
    assert total(results, "mia_1") == pytest.approx(counts)
    assert "we talked" in results.page("mia_1").read_text(encoding="utf-8")
    assert "we talked" in table(results)["mia_1"]["adjusted"]


def test_a_score_that_people_give_is_what_counts_late_or_not():
    """A change is of what was earned, and late work loses what it would have lost anyway."""
    given = holding([Adjustment("mia_1", "plotting", Deed.SCORE, "x", 3.0, graded=4.0)])
    book = one_mark(given)
    assert (book.score, book.taken_off, book.counts) == (3.0, 0.0, 3.0)

    changed = holding([Adjustment("mia_1", "plotting", Deed.CHANGE, "x", 1.0, graded=4.0)])
    mark = one_mark(changed)
    assert (mark.score, mark.taken_off, mark.counts) == (5.0, 2.0, 3.0)


def one_mark(held):
    """The mark of a late exercise with what was decided."""
    checks = (passed(points=4.0),)
    book = gradebook.of(
        [Verdict("mia_1", "plotting", checks)],
        POINTS,
        late={("mia_1", "plotting"): LATE},
        adjustments=held,
    )
    return book.rows[0].marks["plotting"]


def test_work_that_was_never_handed_in_can_be_given_points(results):
    """It was shown on paper; the page says that nothing was handed in."""
    decide(results, "ren_3", "plotting", "4", because="shown on paper")

    assert table(results)["ren_3"]["plotting"] == "4"
    assert table(results)["ren_3"]["numerical_gradient"] == "not handed in"
    page = results.page("ren_3").read_text(encoding="utf-8")
    assert "shown on paper" in page
    assert "nothing was handed in" in page


def test_a_check_can_be_decided_alone(results):
    """Its score becomes a change of the exercise's."""
    decide(results, "mia_1", "numerical_gradient", "2", check="both_sides")

    assert table(results)["mia_1"]["numerical_gradient"] == "6"
    (one,) = adjustments.read(results.adjustments)
    assert (one.deed, one.amount, one.check) == (Deed.CHANGE, 2.0, "both_sides")


def test_decisions_survive_a_regrade_and_ask_for_a_look_when_their_ground_has_changed(results):
    """The class page names them, with the commands; one of these settles it."""
    decide(results, "mia_1", "numerical_gradient", "+1")
    assert not list(attention(gradebook.load(results), results))

    write(results, "mia_1", "numerical_gradient", passed(points=4.0), passed("both_sides", 2.0))
    classroom.render(results, "en")

    assert table(results)["mia_1"]["numerical_gradient"] == "7"
    (open_,) = attention(gradebook.load(results), results)
    assert (open_.student, open_.exercise) == ("mia_1", "numerical_gradient")
    assert "gave 4; it gives 6 now" in open_.why.en
    for command in open_.commands:
        assert command in results.index.read_text(encoding="utf-8").replace("&#39;", "'")

    decide(results, "mia_1", "numerical_gradient", "keep")
    assert not list(attention(gradebook.load(results), results))
    assert table(results)["mia_1"]["numerical_gradient"] == "7"
    decide(results, "mia_1", "numerical_gradient", "undo")
    assert table(results)["mia_1"]["numerical_gradient"] == "6"
    history = tomllib.loads(results.adjustments.read_text(encoding="utf-8"))["adjustment"]
    assert [one["deed"] for one in history] == ["change", "keep", "undo"]
    assert all(one["because"] == "we talked" and one["when"] and one["by"] for one in history)


def test_a_score_settles_what_needs_review(results):
    """An error of ours holds back a total until a person gives one."""
    broken = CheckResult("x", Text(en="x", ja="x"), Outcome.ERROR, 4.0, Feedback())
    write(results, "ken_2", "plotting", broken)
    classroom.render(results, "en")
    assert [one.exercise for one in attention(gradebook.load(results), results)] == ["plotting"]
    assert total(results, "ken_2") is None

    decide(results, "ken_2", "plotting", "3")

    assert not list(attention(gradebook.load(results), results))
    assert total(results, "ken_2") == 3.0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("mai_1", "plotting", "+1"), "no student is called mai_1; there are: mia_1"),
        (("mia_1", "ploting", "+1"), "no exercise is called ploting; there are: plotting"),
        (("mia_1", "plotting", "much"), "much is no decision"),
        (("mia_1", "plotting", "keep"), "nothing of mia_1's plotting was adjusted"),
    ],
)
def test_a_decision_that_cannot_be_meant_is_refused(results, words, said):
    """In words, and nothing is written."""
    with pytest.raises(GradebookError, match=said):
        decide(results, *words)
    assert not results.adjustments.exists()


def test_a_decision_needs_a_reason(results):
    """The student reads it."""
    with pytest.raises(GradebookError, match="--because"):
        decide(results, "mia_1", "plotting", "+1", because=" ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[adjustment]]\nstudent = 1\n", "adjustment 1: student = 1"),
        ('[[adjustment]]\nstudent = "a"\n', "adjustment 1: exercise, deed, because"),
        ("x = 1\n", r"only \[\[adjustment\]\] entries stand there, not x"),
        ("[[adjust", "cannot be read"),
        (
            '[[adjustment]]\nstudent="a"\nexercise="b"\ndeed="more"\nbecause="c"\n',
            "deed = 'more'",
        ),
        (
            '[[adjustment]]\nstudent="a"\nexercise="b"\ndeed="change"\nbecause="c"\n',
            r"amount = \?",
        ),
    ],
)
def test_a_file_of_decisions_is_read_like_a_form(tmp_path, text, said):
    """Which entry, and what is wrong with it."""
    path = tmp_path / "adjustments.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GradebookError, match=said):
        adjustments.read(path)


def test_what_is_written_is_read_again_whatever_the_words(tmp_path):
    """Quotes, line ends, every script and control signs; what was there stays as it was."""
    path = tmp_path / "adjustments.toml"
    path.write_text("# ours\n", encoding="utf-8")
    words = 'she said "no"\n\\ 学籍\x7f\x01 é'
    one = Adjustment("mia_1", "plotting", Deed.CHANGE, words, -1.5, "", 3.0, "a", "b")

    adjustments.add(path, one)
    adjustments.add(path, one)

    assert adjustments.read(path) == (one, one)
    assert path.read_text(encoding="utf-8").startswith("# ours\n")


def test_a_student_who_left_is_forgotten_whole(results):
    """Verdicts, page, decisions, the row in every table; everybody else stays."""
    decide(results, "mia_1", "plotting", "+1")
    decide(results, "ken_2", "plotting", "excuse")

    forgetting.forget(results, "mia_1", "en")

    assert set(table(results)) == {"ken_2", "ren_3"}
    assert table(results)["ken_2"]["plotting"] == "excused"
    left = [path for path in results.folder.rglob("*") if path.is_file()]
    assert not [path for path in left if "mia_1" in path.name]
    assert not [path for path in left if b"mia_1" in path.read_bytes()]
    with pytest.raises(GradebookError, match="no student is called mia_1"):
        forgetting.forget(results, "mia_1", "en")


def test_excused_work_counts_in_no_average(results):
    """Neither as earned nor as what could be earned."""
    before = gradebook.load(results)
    decide(results, "ken_2", "numerical_gradient", "excuse")
    after: Gradebook = gradebook.load(results)

    assert len(before.marks("numerical_gradient")) == 2
    assert len(after.marks("numerical_gradient")) == 1
    assert Path(results.index).exists()
