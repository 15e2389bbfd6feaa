"""A roster says who is in the course; feedback finds everybody, and what is alike is said."""

from __future__ import annotations

import email
import email.policy

import pytest
from test_adjustments import results  # noqa: F401 -- a fixture
from verdicts import passed

from autograder import gradebook
from autograder.frontends import classroom, forgetting
from autograder.gradebook import GradebookError, mail, people, sheet
from autograder.gradebook.people import LEFT, People, Person
from autograder.report.alike import Alike, normal_form
from autograder.report.attention import people as told
from autograder.verdict import Verdict

MIA, KEN, ANN = Person("7", "Mia Sato"), Person("ken"), Person("9", "Ann", status=LEFT)


def test_a_person_is_found_by_number_id_or_name():
    """However the results call them."""
    known = People((MIA, KEN, ANN))

    assert known.of("Mia Sato_7") == known.of("satomia_7") == known.of("7") == MIA
    assert known.of("Mia Sato") == MIA
    assert known.of("ken") == KEN
    assert known.of("Mia Sato_8") is None


def test_who_does_not_fit_is_told_and_nobody_without_a_roster():
    """Strangers, who has left, one person under two names; who never handed in is of the class."""
    known = People((MIA, KEN, ANN, Person("11", "Bo")))
    students = ("Mia Sato_7", "Mia Li_7", "Ann_9", "guest")

    words = "\n".join(text.en for text in told(known, students))
    assert "not on the roster: guest" in words
    assert "left the course, and handed in: Ann_9" in words
    assert "one person under several names: Mia Sato_7, Mia Li_7" in words
    assert known.silent(students) == ("ken", "Bo_11")
    assert not list(told(People(), students))


@pytest.mark.parametrize(
    ("rows", "person"),
    [
        (
            [
                ["Identifier", "Full name", "Email address", "Group"],
                ["Participant 7", "M", "m@x", "A"],
            ],
            Person("7", "M", "m@x", group="A"),
        ),
        (
            [["ID", "氏名", "メールアドレス"], ["参加者7", "山田", "y@x"]],
            Person("7", "山田", "y@x"),
        ),
        (
            [
                ["Student", "ID", "SIS Login ID", "Section", "Quiz (3)"],
                ["    Points Possible", "", "", "", "10"],
                ["Sato, Mia", "7", "u7", "B", ""],
                ["Student, Test", "199", "", "", ""],
            ],
            Person("7", "Sato, Mia", section="B"),
        ),
        ([["name"], ["u101"]], Person("u101", "u101")),
    ],
)
def test_any_platform_s_table_becomes_a_roster(tmp_path, rows, person):
    """Its own columns, in its language; rows that are no students are passed over."""
    table, roster = tmp_path / "table.csv", tmp_path / "roster.csv"
    table.write_bytes(sheet.dumps(rows))

    known, new = people.imported(table, roster)

    assert known.persons == (person,)
    assert new == 1
    assert people.read(roster) == known


def test_a_second_import_updates_and_removes_nobody(tmp_path):
    """What a table does not say stays: the status that an instructor wrote, another section."""
    table, roster = tmp_path / "table.csv", tmp_path / "roster.csv"
    rows = [["id", "name", "email", "status"], ["7", "Mia", "m@x", LEFT], ["8", "Ken", "", ""]]
    roster.write_bytes(sheet.dumps(rows))
    table.write_bytes(sheet.dumps([["Identifier", "Full name"], ["Participant 7", "Mia Li"]]))

    known, new = people.imported(table, roster)

    assert new == 0
    assert known.persons == (Person("7", "Mia Li", "m@x", status=LEFT), Person("8", "Ken"))


@pytest.mark.parametrize(
    ("rows", "said"),
    [([["x"], ["1"]], "no column id"), ([["id"], ["7"], ["7"]], "7 stands there twice")],
)
def test_a_roster_that_is_none_is_refused(tmp_path, rows, said):
    """In words."""
    path = tmp_path / "roster.csv"
    path.write_bytes(sheet.dumps(rows))
    with pytest.raises(GradebookError, match=said):
        people.read(path)


def test_feedback_becomes_mail_with_the_page_attached(results, tmp_path):  # noqa: F811
    """To who has an address; the others are named, and a line end begins no header."""
    known = People((Person("1", "mia", "mia@example.org\nBcc: x@example.org"), Person("2", "ken")))
    book = gradebook.load(results)

    written, without = mail.write(book, results, known, tmp_path / "mail", "en")

    assert [path.name for path in written] == ["mia_1.eml"]
    assert without == ("ken_2", "ren_3")
    message = email.message_from_bytes(written[0].read_bytes(), policy=email.policy.default)
    assert message["Bcc"] is None
    assert "numerical_gradient" in message.get_body(("plain",)).get_content()
    (page,) = message.iter_attachments()
    shown = page.get_content().replace("\r\n", "\n")  # as mail ends its lines
    assert shown == results.page("mia_1").read_text(encoding="utf-8")


ONE = "def f(x, h=1):\n    step = x + h\n    return step\n"


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (
            'def f(point, by=1):  # mine\n    """Step."""\n\n    y = point + by\n    return y\n',
            True,
        ),
        ("def f(x: float, h: int = 1) -> float:\n    step = x + h\n    return (step)\n", True),
        ("def f(x, h=1):\n    step = h + x\n    return step\n", False),
        ("def f(x, h=2):\n    step = x + h\n    return step\n", False),
        ("def g(x, h=1):\n    step = x + h\n    return step\n", False),
    ],
)
def test_programs_are_alike_but_for_names_comments_and_layout(other, is_same):
    """An order or a number that differs is a difference."""
    assert (normal_form(ONE) == normal_form(other)) is is_same


def test_what_is_alike_is_said_to_instructors_alone(results):  # noqa: F811
    """On the class page with its warning; without points or a program nothing is compared."""
    same = Alike()
    for student in ("a", "b"):
        same.add(Verdict(student, "plotting", (passed(),), source=ONE))
        same.add(Verdict(student, "other", (passed(),), source="no program ("))
    assert list(same.groups) == [("plotting", ["a", "b"])]

    classroom.render(results, "en")
    page = results.index.read_text(encoding="utf-8")
    assert "data-alike" not in page  # one of the two earned nothing


def test_another_worksheet_with_other_numbers_doubles_nobody(tmp_path):
    """Moodle numbers people anew in each assignment: an address or a name tells."""
    table, roster = tmp_path / "table.csv", tmp_path / "roster.csv"
    head = ["Identifier", "Full name", "Email address"]
    table.write_bytes(
        sheet.dumps([head, ["Participant 7", "Mia", "m@x"], ["Participant 8", "Ken", ""]])
    )
    people.imported(table, roster)
    table.write_bytes(
        sheet.dumps([head, ["Participant 17", "Mia L", "m@x"], ["Participant 18", "Ken", ""]])
    )

    known, new = people.imported(table, roster)

    assert new == 0
    assert [one.ids for one in known.persons] == [("7", "17"), ("8", "18")]
    assert known.of("Mia_7") == known.of("Mia L_17")


def test_who_is_forgotten_has_left_and_does_not_come_back(results, tmp_path):  # noqa: F811
    """Nothing of theirs stays in the results; the course's roster says that they have left."""
    rows = sheet.dumps([["id", "name", "email"], ["1", "mia", "mia@example.org"], ["2", "ken", ""]])
    for place in (tmp_path, results.folder):
        (place / people.NAME).write_bytes(rows)

    forgetting.forget(results, "mia_1", "en", course=tmp_path)

    assert not [
        path
        for path in results.folder.rglob("*")
        if path.is_file() and b"mia@example.org" in path.read_bytes()
    ]
    kept = people.read(tmp_path / people.NAME)
    assert kept.silent(("ken_2",)) == ()
    assert kept.gone(("mia_1",)) == ("mia_1",)
