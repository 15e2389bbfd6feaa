"""A term, step by step: after each, every number is what a spreadsheet kept beside it says."""

from __future__ import annotations

import csv
import io
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from rich.console import Console

from autograder import gradebook
from autograder.course import Course
from autograder.course.release import release
from autograder.frontends import adjusting, classroom, forgetting
from autograder.gradebook import Cells, canvas, moodle, people, sheet
from autograder.grading import executors
from autograder.report.progress import Telling
from autograder.sandbox.kind import Kind
from autograder.verdict.results import Results

EULER = Path(__file__).parent / "courses" / "euler"
VARIANTS = ("right/plain", "wrong/next_time", "wrong/against_the_slope", "wrong/knows_the_slopes")


@dataclass
class Line:
    """What the spreadsheet holds of one student."""

    number: int
    name: str
    variant: str = ""  # nothing was handed in
    change: float = 0.0
    given: float | None = None
    is_excused: bool = False

    @property
    def student(self) -> str:
        return f"{self.name}_{self.number}"


@dataclass
class Term:
    """The course, its results, and the spreadsheet."""

    course: Path
    results: Results
    submissions: Path
    lines: dict[int, Line] = field(default_factory=dict)
    worth: float = 0.0
    earned: dict[str, float] = field(default_factory=dict)  # by variant, as the grader said first

    def grade(self) -> str:
        """Hand everything in and grade it; give what was said."""
        shutil.rmtree(self.submissions, ignore_errors=True)
        for line in self.lines.values():
            if line.variant:
                place = self.submissions / line.student / "euler.py"
                place.parent.mkdir(parents=True)
                corpus = self.course / "tests" / "submissions" / "euler"
                shutil.copy(corpus / f"{line.variant}.py", place)
        console = Console(file=io.StringIO(), width=400)
        classroom.grade(
            self.submissions,
            Course.at(self.course).sealed(),
            self.results,
            kind=Kind.TRUST,
            crew=executors.alone,
            write=True,
            told=Telling("en", console),
        )
        return console.file.getvalue()

    def expected(self, line: Line) -> float | None:
        """What counts, by the spreadsheet's own arithmetic; None for who has no grade."""
        if line.is_excused:
            return None
        if line.given is not None or not line.variant:
            return line.given
        return max(self.earned[line.variant] + line.change, 0.0)

    def agrees(self) -> None:
        """Hold the gradebook and the plain export against the spreadsheet."""
        text = self.results.gradebook.read_bytes().decode("utf-8-sig")
        rows = {row["student"]: row for row in csv.DictReader(io.StringIO(text))}
        assert set(rows) == {line.student for line in self.lines.values()}
        for line in self.lines.values():
            cell, count = rows[line.student]["euler"], self.expected(line)
            if count is None:
                assert cell == ("excused" if line.is_excused else "not handed in")
            else:
                assert float(cell) == pytest.approx(count, abs=0.006), line
        book = gradebook.load(self.results)
        for row in book.rows:
            number = int(row.student.rpartition("_")[2])
            assert book.scaled(row) == self.expected(self.lines[number])

    def decide(self, number: int, what: str) -> None:
        """Decide about a student, in the results alone; the test keeps its own line."""
        adjusting.decide(self.results, self.lines[number].student, "euler", what, "as agreed")


@pytest.fixture
def term(tmp_path) -> Term:
    """A released copy of the course, and forty people on its roster."""
    course = tmp_path / "euler"
    shutil.copytree(EULER, course)
    release(course)
    lines = {number: Line(number, f"Student {number - 1000}") for number in range(1001, 1041)}
    table = [["Identifier", "Full name", "Email address"]]
    table += [[f"Participant {one.number}", one.name, "x@example.org"] for one in lines.values()]
    (tmp_path / "participants.csv").write_bytes(sheet.dumps(table))
    people.imported(tmp_path / "participants.csv", course / people.NAME)
    return Term(course, Results(tmp_path / "results"), tmp_path / "submissions", lines)


def test_a_term_from_the_first_hand_in_to_the_last_export(term, tmp_path):
    """Three rounds, a new name, two who leave, one who joins, decisions, a corrected check."""
    # The first round: two of forty hand in nothing, and are of the class all the same.
    for number, line in term.lines.items():
        line.variant = VARIANTS[number % len(VARIANTS)] if number < 1039 else ""
    said = term.grade()
    assert "not on the roster" not in said
    heads = {one.student: one for one in term.results.verdicts()}
    for line in term.lines.values():
        if line.variant:
            term.earned.setdefault(line.variant, heads[line.student].score)
    term.worth = heads[term.lines[1001].student].points
    assert len(set(term.earned.values())) > 2
    term.agrees()

    # Five decisions.
    term.decide(1002, "+1")
    term.lines[1002].change = 1
    term.decide(1003, "-0.5")
    term.lines[1003].change = -0.5
    term.decide(1005, "4")
    term.lines[1005].given = 4
    term.decide(1006, "excuse")
    term.lines[1006].is_excused = True
    term.decide(1040, "2")
    term.lines[1040].given = 2
    adjusting.show(term.results, "en", "")
    term.agrees()

    # The second round: one changes names, two leave, one who is on no list joins, ten do better.
    old, term.lines[1008].name = term.lines[1008].student, "A New Name"
    for number in (1010, 1011):
        gone = term.lines.pop(number)
        forgetting.forget(term.results, gone.student, "en")
    roster = term.course / people.NAME
    kept = [
        row
        for row in csv.reader(io.StringIO(roster.read_text("utf-8-sig")))
        if row[0] not in ("1010", "1011")
    ]
    roster.write_bytes(sheet.dumps(kept))
    term.lines[1099] = Line(1099, "Late Joiner", VARIANTS[0])
    for number in range(1021, 1031):
        term.lines[number].variant = VARIANTS[0]
    said = term.grade()
    assert "not on the roster: Late Joiner_1099" in said
    assert f"in the results from before, not in these submissions: {old}" in said
    assert f"A New Name_1008, {old}" in term.results.index.read_text("utf-8")
    forgetting.forget(term.results, old, "en")
    term.agrees()

    # A check is corrected: decisions stay, and those whose ground has changed ask for a look.
    checks = term.course / "checks" / "check_euler.py"
    text = checks.read_text("utf-8")
    checks.write_text(text.replace("@points(2)", "@points(3)", 1), "utf-8")
    assert checks.read_text("utf-8") != text
    said = term.grade()
    for variant in term.earned:
        line = next(
            one for one in term.lines.values() if one.variant == variant and not one.is_excused
        )
        verdict = next(one for one in term.results.verdicts() if one.student == line.student)
        term.earned[variant] = verdict.score
    term.worth += 1
    term.agrees()
    shaken = list(gradebook.load(term.results).shaken)
    assert shaken
    assert all(f"{student}, {exercise}: it was adjusted" in said for student, exercise in shaken)
    for student, _exercise in shaken:
        term.decide(int(student.rpartition("_")[2]), "keep")
    assert not list(gradebook.load(term.results).shaken)

    # Both gradebooks go back; grades of others are kept, and nobody who is missing stops anybody.
    book = gradebook.load(term.results)
    worksheet = tmp_path / "worksheet.csv"
    rows = [["Identifier", "Full name", "Grade", "Maximum Grade", "Feedback comments"]]
    manual = {1001: "77.00", 1002: "0.00", 1021: "100.00"}
    for number, line in term.lines.items():
        if number != 1004:
            row = [f"Participant {number}", line.name, manual.get(number, ""), "100.00", ""]
            rows.append(row)
    worksheet.write_bytes(sheet.dumps(rows))
    done = moodle(book, "en", worksheet)
    assert done.absent == (term.lines[1004].student,)
    cells = {
        row[0][-4:]: row[2] for row in list(csv.reader(io.StringIO(done.content.decode())))[1:]
    }
    for number, line in term.lines.items():
        expected = term.expected(line)
        if number in manual:
            assert cells[str(number)] == manual[number]
        elif number != 1004:
            there = cells[str(number)]
            assert (float(there) if there else None) == (
                None if expected is None else pytest.approx(100 * expected / term.worth, abs=0.006)
            )

    exported = tmp_path / "canvas.csv"
    rows = [["Student", "ID", "Section", "euler (5)"], ["    Points Possible", "", "", "30"]]
    rows += [[line.name, str(number), "A", ""] for number, line in term.lines.items()]
    rows[5][3] = "12"
    exported.write_bytes(sheet.dumps(rows))
    done = canvas(book, "en", exported, "euler", Cells())
    got = {row[1]: row[3] for row in list(csv.reader(io.StringIO(done.content.decode())))[2:]}
    for number, line in term.lines.items():
        expected = term.expected(line)
        if str(number) == rows[5][1]:
            assert got[str(number)] == "12"
        elif expected is None:
            assert str(number) not in got  # a blank would take a grade away
        else:
            assert float(got[str(number)]) == pytest.approx(30 * expected / term.worth, abs=0.006)
