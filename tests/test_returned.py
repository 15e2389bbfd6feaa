"""Grades go back to a platform: nobody stops the others, and nobody else's grade is lost."""

from __future__ import annotations

import pytest
from test_gradebook import table, verdict

from autograder import gradebook
from autograder.gradebook import Cells, canvas, moodle, sheet
from autograder.gradebook.returned import same

MOODLE = ["Identifier", "Full name", "Grade", "Maximum Grade", "Feedback comments"]
CANVAS = ["Student", "ID", "Section", "minimum (42)"]


@pytest.fixture
def book():
    """Mia and Ken have 4 of 6 points, Ann came in a folder without a number."""
    names = ("Mia_7", "Ken_8", "Ann")
    return gradebook.of([verdict(name, "plotting") for name in names])


@pytest.fixture
def worksheet(tmp_path):
    """Moodle's: Mia graded by somebody, Ken not yet, Bo unknown to us."""
    path = tmp_path / "worksheet.csv"
    rows = [
        MOODLE,
        ["Participant 7", "Mia", "88.50", "100.00", "well done"],
        ["Participant 9", "Bo", "", "100.00", ""],
    ]
    path.write_bytes(sheet.dumps(rows))
    return path


def grades(done) -> dict[str, str]:
    """Who has which grade in the file."""
    rows = table(done.content)
    place = next(i for i, title in enumerate(rows[0]) if title in ("Grade", "minimum (42)"))
    return {row[1]: row[place] for row in rows[1:]}


def test_nobody_missing_stops_the_others(book, worksheet):
    """Who is not in the file, has no number, or is unknown to us is listed."""
    done = moodle(book, "en", worksheet)

    assert done.absent == ("Ann", "Ken_8")
    assert done.strangers == ("Participant 9",)
    told = "\n".join(text.en for text in done.told)
    for name in ("Ann", "Ken_8", "Participant 9", "Mia_7 (88.50, 66.67)"):
        assert name in told


def test_what_somebody_else_gave_is_kept_unless_it_is_to_be_overwritten(book, worksheet):
    """The grade and the comment, each listed."""
    kept = moodle(book, "en", worksheet)
    assert grades(kept)["Mia"] == "88.50"
    assert table(kept.content)[1][4] == "well done"
    assert kept.comments == ("Mia_7",)

    ours = moodle(book, "en", worksheet, Cells(overwrite=True))
    assert grades(ours)["Mia"] == "66.67"
    assert "plotting" in table(ours.content)[1][4]


def test_a_grade_that_we_exported_before_is_ours_to_replace(book, worksheet, tmp_path):
    """What stands there is what went out the last time, in whatever form the platform shows it."""
    gradebook.note(tmp_path, "moodle", moodle(book, "en", worksheet, Cells(overwrite=True)))
    again = worksheet.read_bytes().replace(b"88.50", b"66.670")
    worksheet.write_bytes(again)
    better = gradebook.of([verdict("Mia_7", "plotting", 6.0, 0.0)])

    cells = Cells(gradebook.sent(tmp_path, "moodle"))
    assert grades(moodle(better, "en", worksheet, cells))["Mia"] == "100"


def test_the_scale_is_the_platform_s_own_unless_another_is_asked_for(book, worksheet):
    """Moodle's highest grade, Canvas's points possible."""
    everything = Cells(overwrite=True)
    assert grades(moodle(book, "en", worksheet, everything, 12.0))["Mia"] == "8"


@pytest.fixture
def exported(tmp_path):
    """Canvas's gradebook, with its own row for how grades are posted."""
    path = tmp_path / "canvas.csv"
    rows = [
        CANVAS,
        ["", "", "", "Manual Posting"],
        ["    Points Possible", "", "", "30"],
        ["Sato, Mia", "7", "A", ""],
        ["Li, Ken", "8", "A", "11"],
        ["Student, Test", "199", "A", ""],
    ]
    path.write_bytes(sheet.dumps(rows))
    return path


def test_canvas_gets_its_own_scale_and_no_row_without_a_grade(book, exported):
    """An empty cell of a listed student would take a grade away there."""
    done = canvas(book, "en", exported, "minimum")

    rows = table(done.content)
    assert rows[1] == ["    Points Possible", "", "", "30"]
    assert grades(done) == {"": "30", "7": "20", "8": "11"}
    assert done.strangers == ()  # Canvas's own test student is nobody
    assert done.absent == ("Ann",)


def test_a_worksheet_in_german_with_excel_s_own_line_is_read(book, tmp_path):
    """CP1252, semicolons, commas in numbers, and a first line that only names the separator."""
    path = tmp_path / "worksheet.csv"
    path.write_bytes(
        "sep=;\r\nID;Vollständiger Name;Bewertung;Bestwertung;Feedback als Kommentar\r\n"
        "Teilnehmer/in 7;Mia Müller;1,00;10,00;\r\n".encode("cp1252")
    )
    done = moodle(book, "en", path, Cells(overwrite=True))

    assert table(done.content)[1][:3] == ["Teilnehmer/in 7", "Mia Müller", "6,67"]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [("4", "4.00", True), ("4,5", "4.5", True), ("A", "A", True), ("A", "4", False)],
)
def test_cells_are_the_same_by_what_they_say(one, other, is_same):
    """However a platform writes its numbers."""
    assert same(one, other) is is_same


def test_one_exercise_goes_back_as_if_there_were_no_others():
    """A platform's assignment for each exercise: full marks are full marks."""
    book = gradebook.of(
        [verdict("Mia_7", "plotting", 6.0, 0.0), verdict("Mia_7", "numerical_gradient", 0.0, 6.0)]
    )
    row = table(moodle(book.only(["plotting"]), "en").content)[1]

    assert row[2] == "6"
    assert "numerical_gradient" not in row[4]


def test_one_number_under_two_names_gives_nobody_a_wrong_grade(worksheet):
    """Whichever name comes first: both are told, and the cell stays as it is."""
    book = gradebook.of([verdict("Zed_9", "plotting", 3.0, 3.0), verdict("Abe_9", "plotting")])

    done = moodle(book, "en", worksheet)

    assert grades(done)["Bo"] == ""
    assert done.doubled == (("Abe_9", "Zed_9"),)
    assert "Abe_9, Zed_9" in "\n".join(text.en for text in done.told)


def test_a_manual_grade_that_happens_to_be_ours_stays_theirs(book, worksheet, tmp_path):
    """What somebody else wrote is not taken for an export of ours later."""
    worksheet.write_bytes(worksheet.read_bytes().replace(b"88.50", b"66.67"))
    gradebook.note(tmp_path, "moodle", moodle(book, "en", worksheet))

    better = gradebook.of([verdict("Mia_7", "plotting", 6.0, 0.0)])
    cells = Cells(gradebook.sent(tmp_path, "moodle"))
    assert grades(moodle(better, "en", worksheet, cells))["Mia"] == "66.67"


def test_who_handed_in_nothing_gets_no_grade(tmp_path):
    """Neither a zero nor a blank that takes one away: somebody decides."""
    book = gradebook.of([verdict("Mia_7", "plotting")], students=("Ken_8",))

    assert grades(moodle(book, "en"))["Ken"] == ""
    assert "8" not in grades(canvas(book, "en", None, "minimum (42)"))
