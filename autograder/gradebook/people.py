"""roster.csv: who is in the course, as the instructor says it, made from any platform's export."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

from autograder.gradebook import platform, sheet
from autograder.gradebook.table import GradebookError
from autograder.language import _
from autograder.verdict import files

NAME = "roster.csv"
LEFT = "left"
# What each of our columns is called on the platforms; the first that a table has is taken.
COLUMNS: Mapping[str, Sequence[str]] = {
    "id": ("id", "Identifier", "ID", "Identifiant", "SIS User ID", "Username", "ユーザ名"),
    "name": (
        *("name", "Full name", "氏名", "フルネーム"),
        *("Vollständiger Name", "Nom complet", "Student"),
    ),
    "email": (
        *("email", "Email address", "Email", "メールアドレス"),
        *("E-Mail-Adresse", "Adresse de courriel"),
    ),
    "section": ("section", "Section"),
    "group": ("group", "Group", "Groups", "グループ", "Gruppe", "Groupe"),
    "status": ("status",),
    "aliases": ("aliases",),
}
# Rows of a platform's table that are no students.
NUMBERED = re.compile(r"(?:参加者|.*\s)(\d+)")
NOBODY = ("Points Possible", "Student, Test")


@dataclass(frozen=True)
class Person:
    """Somebody in the course.

    Attributes:
        id: the platform's number, or how results call the student.
        name: for people.
        email: the address, or "".
        section: of the class, or "".
        group: that hands in together, or "".
        status: "left" for who is not in the course any more, else "".
        aliases: more ids, with blanks between: a platform may number people anew.
    """

    id: str
    name: str = ""
    email: str = ""
    section: str = ""
    group: str = ""
    status: str = ""
    aliases: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, the first one first."""
        return (self.id, *self.aliases.split())

    @property
    def student(self) -> str:
        """How results call the person: a platform's number stands behind the name."""
        return f"{self.name}_{self.id}" if self.id.isdigit() and self.name else self.id


@dataclass(frozen=True)
class People:
    """Everyone in the course; nobody where there is no roster.

    Attributes:
        persons: in the roster's order.
    """

    persons: tuple[Person, ...] = ()

    def of(self, student: str) -> Person | None:
        """Return who a student of the results is: by the number, the id, or a name that one has."""
        number = platform.number_of(student)
        for person in self.persons:
            if {student, number} & set(person.ids):
                return person
        named = [person for person in self.persons if person.name == student]
        return named[0] if len(named) == 1 else None

    def strangers(self, students: Iterable[str]) -> tuple[str, ...]:
        """Return who handed in and is not on the roster; nobody where there is none."""
        return tuple(one for one in students if self.persons and self.of(one) is None)

    def gone(self, students: Iterable[str]) -> tuple[str, ...]:
        """Return who handed in and has left the course."""
        return tuple(one for one in students if (person := self.of(one)) and person.status == LEFT)

    def doubled(self, students: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Return the names of each person whom the results know under more than one."""
        names: dict[Person, list[str]] = {}
        for one in students:
            if person := self.of(one):
                names.setdefault(person, []).append(one)
        return tuple(tuple(one) for one in names.values() if len(one) > 1)

    def silent(self, students: Iterable[str]) -> tuple[str, ...]:
        """Return who is in the course and has never handed in, as results would call them."""
        seen = {person for one in students if (person := self.of(one))}
        return tuple(one.student for one in self.persons if one not in seen and one.status != LEFT)

    def sections(self, students: Iterable[str]) -> dict[str, str]:
        """Return the sections of students, where the roster says one."""
        known = ((one, self.of(one)) for one in students)
        return {one: person.section for one, person in known if person and person.section}


def read(path: Path) -> People:
    """Return a roster; nobody where there is no file.

    Raises:
        GradebookError: it is no roster; the message says which column or row.
    """
    if not path.exists():
        return People()
    table = platform.table(path)
    people = _people(table, path)
    seen: set[str] = set()
    for person in people:
        if person.id in seen:
            raise GradebookError(
                _("{path}: {id} stands there twice; one row for each person").format(
                    path=path, id=person.id
                )
            )
        seen.add(person.id)
    return People(tuple(people))


def imported(table: Path, roster: Path) -> tuple[People, int]:
    """Take a platform's table into a roster: who is there is updated, who is new is added.

    Nobody is removed: who is missing in the table may be in another section's.

    Returns:
        The roster, and how many of its people are new.

    Raises:
        GradebookError: the table names no students, or the roster is none.
        OSError: the roster cannot be written.
    """
    known = list(read(roster).persons)
    count = len(known)
    for person in _people(platform.table(table), table):
        # Within one table every row is somebody of their own.
        place = _same(person, known[:count])
        if place is None:
            known.append(person)
            continue
        old = known[place]
        ids = dict.fromkeys((*old.ids, person.id))
        # What a table does not say stays as it was, and so does the first id.
        new = (new or kept for new, kept in zip(astuple(person), astuple(old), strict=True))
        known[place] = replace(Person(*new), id=old.id, aliases=" ".join(list(ids)[1:]))
    rows: list[sheet.Cells] = [[field.name for field in fields(Person)]]
    rows.extend(list(astuple(person)) for person in known)
    files.write(roster, sheet.dumps(rows, mark=True))
    return People(tuple(known)), len(known) - count


def remove(roster: Path, student: str) -> None:
    """Take a student out of a roster; nothing happens where there is none.

    Raises:
        OSError: it cannot be written.
    """
    _rewrite(roster, student, None)


def leave(roster: Path, student: str) -> None:
    """Write down that a student has left the course.

    Raises:
        OSError: it cannot be written.
    """
    _rewrite(roster, student, LEFT)


def _rewrite(roster: Path, student: str, status: str | None) -> None:
    people = read(roster)
    gone = people.of(student)
    if gone is None:
        return
    kept = [one for one in people.persons if one != gone]
    if status is not None:
        kept.append(replace(gone, status=status))
    rows: list[sheet.Cells] = [[field.name for field in fields(Person)]]
    rows.extend(list(astuple(person)) for person in kept)
    files.write(roster, sheet.dumps(rows, mark=True))


def _same(person: Person, known: Sequence[Person]) -> int | None:
    """Return the place of who is the same: by an id, else an address or name of one alone."""
    for place, one in enumerate(known):
        if person.id in one.ids:
            return place
    for told in ("email", "name"):
        word = getattr(person, told)
        places = [place for place, one in enumerate(known) if word and getattr(one, told) == word]
        if len(places) == 1 and (told == "email" or not _differ(person, known[places[0]])):
            return places[0]
    return None


def _differ(one: Person, other: Person) -> bool:
    """Return whether two of one name are told apart by their addresses."""
    return bool(one.email and other.email and one.email != other.email)


def _people(table: list[list[str]], path: Path) -> list[Person]:
    header = table[0]
    places = {name: platform.optional(header, titles) for name, titles in COLUMNS.items()}
    if places["id"] is None and places["name"] is None:
        platform.column(header, (*COLUMNS["id"], *COLUMNS["name"]), path)
    people = []
    for line in table[1:]:
        cells = {
            name: line[place].strip() if place is not None and place < len(line) else ""
            for name, place in places.items()
        }
        if cells["name"] in NOBODY or not (cells["id"] or cells["name"]):
            continue
        cells["id"] = _number(cells["id"]) or cells["name"]
        people.append(Person(**cells))
    return people


def _number(identifier: str) -> str:
    """Return a platform's number without the word before it, as in `Participant 7`; else the id."""
    found = NUMBERED.fullmatch(identifier)
    return found[1] if found else identifier
