"""Verdicts become scores that spreadsheets and learning platforms take."""

import csv
import io
import json
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder import gradebook
from autograder.frontends.classroom import render
from autograder.gradebook import (
    GradebookError,
    canvas,
    deadlines,
    feedback_zip,
    moodle,
    roster,
    sheet,
)
from autograder.gradebook.table import ABSENT
from autograder.language import Text
from autograder.submission import find
from autograder.verdict import CheckResult, Feedback, Outcome, Verdict, files
from autograder.verdict.lateness import Lateness
from autograder.verdict.results import Results

sys.path.insert(0, str(Path(__file__).parent / "lms"))
import downloads

EXERCISES = downloads.EXERCISES
POINTS = dict.fromkeys(EXERCISES, 6.0)


def verdict(student: str, exercise: str, earned: float = 4.0, lost: float = 2.0, **more) -> Verdict:
    checks = (
        CheckResult("right", Text(en="it is right", ja="正しい"), Outcome.PASSED, earned),
        CheckResult(
            "both",
            Text(en="both sides", ja="両側"),
            more.pop("outcome", Outcome.FAILED),
            lost,
            Feedback(
                Text(en="saw <x> & 1", ja="<x> と 1"), Text(en="Step back too.", ja="後ろにも。")
            ),
        ),
    )
    return Verdict(student, exercise, checks, **more)


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_table_has_a_row_per_student_and_a_column_per_exercise(tmp_path):
    """Students sorted, exercises in the order of the course, what is missing says so."""
    results = Results(tmp_path / "results")
    for one in (
        verdict("bob", "plotting"),
        verdict("alice", "plotting", 1.5),
        verdict("alice", "numerical_gradient"),
    ):
        files.write(results.verdict(one.student, one.exercise), one.dumps())
    gradebook.remember(results, gradebook.Roster(("carol",), points=POINTS))

    render(results, "en")

    assert table(results.gradebook.read_bytes()) == [
        ["student", *EXERCISES, "total"],
        ["alice", "4", ABSENT, "1.5", "5.5"],
        ["bob", ABSENT, ABSENT, "4", "4"],
        ["carol", ABSENT, ABSENT, ABSENT, "0"],
    ]


def test_an_error_of_ours_is_blank_and_needs_review():
    """It is never a zero, and never part of a total."""
    verdicts = [verdict("alice", "plotting", outcome=Outcome.ERROR), verdict("alice", "other")]

    rows = table(gradebook.table.dumps(gradebook.of(verdicts)))

    assert rows == [["student", "other", "plotting", "total"], ["alice", "4", "", "needs review"]]


def test_what_is_late_counts_less_and_says_so():
    """The score stays as earned; the total is what counts, and one more column says why."""
    late = {("alice", "plotting"): Lateness(2, 0.8, Text(en="2 days late", ja="2日遅れ"))}
    book = gradebook.of([verdict("alice", "plotting"), verdict("bob", "plotting")], late=late)

    assert table(gradebook.table.dumps(book)) == [
        ["student", "plotting", "total", "late"],
        ["alice", "4", "3.2", "plotting: 2 d, -0.8"],
        ["bob", "4", "4", ""],
    ]
    assert table(gradebook.plain(book, "en"))[1][:6] == ["alice", "4", "3.2", "6", "2", "0.8"]
    assert json.loads(gradebook.to_json(book))["students"][0]["exercises"]["plotting"] == {
        "score": 4.0,
        "points": 6.0,
        "handed_in": True,
        "days_late": 2,
        "taken_off": pytest.approx(0.8),
    }
    assert "2日遅れ" in table(gradebook.plain(book, "ja"))[1][-1]


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "  =1+1", "\x00=1+1", "\n=1"),
        *("\u200b=1+1", "\ufeff=1+1", "＝1+1", "\x1f@x", "|cmd", "\u202e=1", '=HYPERLINK("x")'),
    ],
)
def test_no_cell_begins_a_formula(text):
    """Spreadsheets skip white space, control and hidden characters before they look."""
    (row,) = table(sheet.dumps([[text]]))

    assert row[0].startswith("'")


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_every_table_can_be_read_back(texts):
    """Quotes, commas, line ends and whatever else stay in their cells, as one row."""
    rows = table(sheet.dumps([["name", *texts]]))

    assert len(rows) == 1
    assert len(rows[0]) == len(texts) + 1


@pytest.mark.parametrize("text", ["-", "", "山田 太郎", "O'Brien", "a-b", "3.5", "1,5"])
def test_an_honest_cell_stays_as_it_is(text):
    """Names and signs of nothing are not touched."""
    assert sheet.guarded(text) == text


def test_the_json_form_says_what_the_table_says():
    """With the points, what was handed in, and null where a score needs review."""
    book = gradebook.of([verdict("alice", "plotting", outcome=Outcome.ERROR)], {EXERCISES[0]: 6.0})

    content = json.loads(gradebook.to_json(book))

    common = {"points": 6.0, "days_late": 0, "taken_off": 0.0}
    assert content["students"] == [
        {
            "student": "alice",
            "total": None,
            "needs_review": True,
            "exercises": {
                EXERCISES[0]: {"score": 0.0, "handed_in": False, **common},
                "plotting": {"score": None, "handed_in": True, **common},
            },
        }
    ]


def graded(name: str, folder: Path) -> list[Verdict]:
    """Grade a download by a made-up rule: as many points as the student's number has ones."""
    place = folder / f"{name}.zip"
    place.write_bytes(downloads.packed(downloads.DOWNLOADS[name]()))
    return [
        verdict(one.student, one.exercise, float(len(one.source) % 5))
        for one in find(place, EXERCISES).submissions
    ]


MOODLE_HEADERS = {
    "en": (
        *("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade"),
        *("Grade can be changed", "Last modified (submission)", "Last modified (grade)"),
        "Feedback comments",
    ),
    "ja": (
        *("ID", "氏名", "メールアドレス", "ステータス", "評点", "最大評点", "評点変更可"),
        *("最終更新日時 (提出)", "最終更新日時 (評定)", "フィードバックコメント"),
    ),
}


def moodle_worksheet(language: str, path: Path) -> Path:
    """Write what Moodle lets an instructor download, for the class of the downloads."""
    participant = {"en": "Participant ", "ja": "参加者"}[language]
    rows = [list(MOODLE_HEADERS[language])]
    for one in downloads.students():
        mail = f"s{one.user}@example.org"
        cells = [f"{participant}{one.user}", one.name, mail, "Submitted", "", "100.00", "Yes"]
        rows.append([*cells, "Friday, 20 November 2026, 9:00 AM", "-", ""])
    path.write_bytes(sheet.dumps(rows, mark=True))
    return path


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("name", ["moodle-folders", "moodle-flat"])
def test_moodles_worksheet_comes_back_with_grades(tmp_path, language, name):
    """In and out: every student once, scaled to the highest grade, times and names untouched."""
    worksheet = moodle_worksheet(language, tmp_path / "worksheet.csv")
    book = gradebook.of(graded(name, tmp_path), POINTS)

    before, after = table(worksheet.read_bytes()), table(moodle(book, language, worksheet).content)

    assert [row[:4] + row[5:9] for row in after] == [row[:4] + row[5:9] for row in before]
    grades = {row[0][-5:]: row[4] for row in after[1:]}
    assert len(grades) == 36
    for row in book.rows:
        number = gradebook.platform.number_of(row.student)
        assert float(grades[number]) == pytest.approx(100 * row.total / book.total_points, abs=0.01)
    silent = {str(one.user) for one in downloads.students() if not downloads.expected(one)}
    assert {number for number, grade in grades.items() if not grade} == silent


@pytest.mark.parametrize(("language", "first"), [("en", "Participant 7"), ("ja", "参加者7")])
def test_moodles_worksheet_can_be_made_without_one(language, first):
    """The columns that an import needs, in the site's language."""
    book = gradebook.of([verdict("Mia Sato_7", "plotting")])

    header, row = table(moodle(book, language).content)

    assert set(header) <= set(MOODLE_HEADERS[language])
    assert row[:4] == [first, "Mia Sato", "4", "-"]
    assert "&lt;x&gt;" in row[4]
    assert "<br>" in row[4]
    assert "\n" not in row[4]


def test_a_grade_that_needs_review_stays_empty_in_every_form():
    """Moodle leaves what it has where a cell is empty, Canvas where there is no row."""
    book = gradebook.of([verdict("Mia_7", "plotting", outcome=Outcome.ERROR)])

    assert table(moodle(book, "en").content)[1][2] == ""
    assert len(table(canvas(book, "en", None, "minimum").content)) == 2
    assert table(gradebook.classroom(book, "en"))[1][1] == ""


def test_canvas_comes_back_with_grades(tmp_path):
    """Its own export gives names and numbers; only the one assignment's column is sent back."""
    export = tmp_path / "export.csv"
    header = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    rows = [[*header, "Essay (11)", "minimum (42)", "Final Score"]]
    rows.append(["    Points Possible", "", "", "", "", "10", "18", "(read only)"])
    rows.extend(
        [one.name, str(one.user), f"S{one.user}", f"s{one.user}", "A", "7", "", "70"]
        for one in downloads.students()
    )
    export.write_bytes(sheet.dumps(rows))
    book = gradebook.of(graded("canvas", tmp_path), POINTS)

    found = table(canvas(book, "en", export, "minimum").content)

    assert found[0] == [*header, "minimum (42)"]
    assert found[1] == ["    Points Possible", "", "", "", "", sheet.number(book.total_points)]
    assert len({row[1] for row in found[2:]}) == len(found[2:]) == len(book.rows)
    totals = {gradebook.platform.number_of(row.student): row.total for row in book.rows}
    assert {row[1]: float(row[5]) for row in found[2:]} == totals


def test_canvas_can_be_filled_without_an_export():
    """Student, ID, Section and the assignment are what an import needs at least."""
    book = gradebook.of([verdict("satomia_7", "plotting")])

    assert table(canvas(book, "en", None, "minimum").content) == [
        ["Student", "ID", "Section", "minimum"],
        ["    Points Possible", "", "", "6"],
        ["satomia", "7", "", "4"],
    ]


def filled(book, language, exported=None):
    """Fill Canvas's column of this course's assignment."""
    return canvas(book, language, exported, "minimum")


@pytest.mark.parametrize(
    ("form", "content", "words"),
    [
        (moodle, b"Name,Points\n", "no column Identifier"),
        (moodle, b"", "cannot be read as CSV"),
        (moodle, b"\xff\x00\x81", "cannot be read as CSV"),
        (moodle, None, "cannot be read as CSV"),
        (filled, b"Student,ID,Section,minimus (7)\nMia,8,A,\n", r"no assignment minimum.*minimus"),
        (filled, b"Student,Section\n", "no column ID"),
    ],
)
def test_a_wrong_worksheet_is_an_error_in_words(tmp_path, form, content, words):
    """The file, what it lacks, and what its columns are."""
    path = tmp_path / "sheet.csv"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(GradebookError, match=words):
        form(gradebook.of([verdict("Mia_7", "plotting")]), "en", path)


@pytest.mark.parametrize("form", [moodle, filled])
def test_a_student_without_a_number_is_an_error_in_words(form):
    """A class from plain folders has no numbers; the message says where they come from."""
    with pytest.raises(GradebookError, match="alice has no"):
        form(gradebook.of([verdict("alice", "plotting")]), "en")


def test_a_worksheet_saved_by_excel_in_japan_is_read(tmp_path):
    """CP932 and semicolons or tabs are what spreadsheets make of a CSV."""
    path = tmp_path / "sheet.csv"
    path.write_bytes("ID;評点;氏名\r\n参加者7;;表 蓮\r\n".encode("cp932"))

    assert table(moodle(gradebook.of([verdict("表 蓮_7", "plotting")]), "ja", path).content) == [
        ["ID", "評点", "氏名"],
        ["参加者7", "4", "表 蓮"],
    ]


def test_feedback_files_are_packed_as_moodle_unpacks_them(tmp_path):
    """The number is the second part between underscores, however the name is spelt."""
    pages = {}
    for student in ("山田 太郎_7", "Mia_Lou Sato_8"):
        pages[student] = tmp_path / f"{student}.html"
        pages[student].write_text(f"<p>{student}</p>", encoding="utf-8")

    with zipfile.ZipFile(io.BytesIO(feedback_zip(pages))) as archive:
        names = archive.namelist()

    # As importziplib.php does: explode('_', …, 5) on the first part of the path.
    parts = [name.split("/")[0].split("_", 4) for name in names]
    assert {part[1] for part in parts} == {"7", "8"}
    assert all(part[2:4] == ["assignsubmission", "file"] for part in parts)
    assert feedback_zip(pages) == feedback_zip(pages)
    with pytest.raises(GradebookError, match="cannot be read"):
        feedback_zip({"Mia_9": tmp_path / "nowhere.html"})
    with pytest.raises(GradebookError, match="no Moodle number"):
        feedback_zip({"alice": pages["山田 太郎_7"]})


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch):
    """When the disk is full the old gradebook is still there, and nothing beside it."""
    path = tmp_path / "gradebook.csv"
    files.write(path, "old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match=r"No space.*gradebook\.csv"):
        files.write(path, "new")

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_who_was_seen_and_what_was_late_is_kept_with_the_results(tmp_path):
    """Rendering again needs no download: names, times and lateness lie beside the verdicts."""
    place = tmp_path / "canvas.zip"
    place.write_bytes(downloads.packed(downloads.canvas()))
    rules = deadlines.loads('[late]\npolicy = "per-day"\npercent = 25')

    kept = roster.of(find(place, EXERCISES), rules)
    roster.save(kept, tmp_path / "results" / roster.NAME)

    assert roster.load(tmp_path / "results" / roster.NAME) == kept
    assert len(kept.students) == 36
    assert {one.factor for one in kept.late.values()} == {0.75}
    assert roster.load(tmp_path / "nowhere.json") == gradebook.Roster()
    (tmp_path / "broken.json").write_text("[]")
    with pytest.raises(GradebookError, match=r"broken.json is no list"):
        roster.load(tmp_path / "broken.json")


def test_the_same_verdicts_give_the_same_bytes():
    """Whatever order they come in."""
    verdicts = [verdict(student, one) for student in "ab" for one in EXERCISES]

    one, other = gradebook.of(verdicts), gradebook.of(reversed(verdicts))

    assert gradebook.table.dumps(one) == gradebook.table.dumps(other)
    assert replace(one, rows=()) == replace(other, rows=())
