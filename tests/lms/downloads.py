"""Downloads in the forms of the learning platforms, each a class of 36 with every oddity we know.

Made by this script in the documented forms (docs/en/guide/lms.md names the sources), so that no
real student's name or file is in them. ``python tests/lms/downloads.py FOLDER`` writes them out.
"""

from __future__ import annotations

import io
import json
import stat
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

EXERCISES = ("numerical_gradient", "gradient_descent", "plotting")
FAMILY = ("佐藤", "鈴木", "高橋", "田中", "伊藤", "表", "Sato", "O'Brien", "Müller")
GIVEN = ("蓮", "陽葵", "ソラ", "Anne-Marie")
# Two students share this name: their numbers are different.
TWINS = (7, 8)
CODE = "answer = {number}  # 学生{number}の{exercise}\n"


@dataclass(frozen=True)
class Student:
    """One of the class: a number that the platform gave, and a name."""

    number: int
    name: str
    oddity: str

    @property
    def user(self) -> int:
        """The platform's number."""
        return 41000 + self.number


@dataclass(frozen=True)
class File:
    """A file as a student handed it in, and what it is worth to us.

    Attributes:
        name: as the student called it.
        data: its bytes.
        exercise: what it must be found as, or "" where it must be ignored.
        source: the program that must be found in it, None where it has a problem.
        time: the hour of the day at which it was handed in.
    """

    name: str
    data: bytes
    exercise: str = ""
    source: str | None = None
    time: int = 9
    mode: int = 0o644


ODDITIES = (
    *("plain", "notebook", "cp932", "resubmitted", "copied", "ending", "missing", "nested"),
    *("late", "misspelt", "document", "link", "extra", "final", "deep", "nothing"),
)


def students() -> Iterator[Student]:
    """Give the class: 36 students, every oddity twice or more, two of one name."""
    names = [f"{family} {given}" for family in FAMILY for given in GIVEN]
    names[TWINS[1]] = names[TWINS[0]]
    for number, name in enumerate(names):
        yield Student(number, name, ODDITIES[number % len(ODDITIES)])


def files(student: Student) -> list[File]:
    """Give what a student handed in."""
    source = {one: CODE.format(number=student.number, exercise=one) for one in EXERCISES}
    right = {one: File(f"{one}.py", source[one].encode(), one, source[one]) for one in EXERCISES}
    first = EXERCISES[0]
    change: dict[str, Callable[[], dict[str, File | list[File]]]] = {
        "notebook": lambda: {
            one: File(f"{one}.ipynb", notebook(source[one]), one, source[one]) for one in EXERCISES
        },
        "cp932": lambda: {
            one: File(f"{one}.py", source[one].encode("cp932"), one, source[one])
            for one in EXERCISES
        },
        "resubmitted": lambda: {
            first: [
                File(f"{first}.py", b"first = 1\n"),
                File(f"{first}-1.py", source[first].encode(), first, source[first], time=11),
            ]
        },
        "copied": lambda: {
            first: [
                File(f"{first}.py", b"first = 1\n"),
                File(f"{first} (1).py", source[first].encode(), first, source[first]),
            ]
        },
        "ending": lambda: {first: File(f"{first}.py.txt", right[first].data, first, source[first])},
        "missing": lambda: {first: []},
        "nested": lambda: {
            one: [] if one != first else File("homework.zip", packed(list(right.values())))
            for one in EXERCISES
        },
        "misspelt": lambda: {
            first: File("nummerical_gradient.py", right[first].data, first, source[first])
        },
        "document": lambda: {first: File(f"{first}.docx", b"PK", first, None)},
        "link": lambda: {first: File(f"{first}.py", b"/etc/passwd", first, None, 9, stat.S_IFLNK)},
        "extra": lambda: {first: [right[first], File("data.csv", b"1,2\n")]},
        "final": lambda: {
            first: File(f"{first}_final.py", right[first].data, first, source[first])
        },
        "deep": lambda: {first: File(f"src/{first}.py", right[first].data, first, source[first])},
        "nothing": lambda: {one: [] for one in EXERCISES} | {first: File("report.pdf", b"%PDF")},
    }
    chosen = {**right, **change.get(student.oddity, dict)()}
    found = []
    for one in EXERCISES:
        entry = chosen[one]
        found.extend(entry if isinstance(entry, list) else [entry])
    return found


def expected(student: Student) -> dict[str, str | None]:
    """Give the exercises that must be found, each with its program or None for a problem."""
    inner = files(student)
    if student.oddity == "nested":
        inner = files(Student(student.number, student.name, "plain"))
    return {file.exercise: file.source for file in inner if file.exercise}


def notebook(source: str) -> bytes:
    """Give a notebook with a magic, a picture and a text around one cell of code."""
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": ["# 課題\n"]},
        {
            "cell_type": "code",
            "execution_count": 1,
            "metadata": {},
            "outputs": [{"output_type": "display_data", "data": {"image/png": "iVBORw0KGgo="}}],
            "source": source.splitlines(keepends=True),
        },
    ]
    content = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(content, ensure_ascii=False).encode()


def packed(members: list[File], encoding: str = "utf-8") -> bytes:
    """Give a zip; in CP932 as Windows in Japan writes it, without the mark for UTF-8."""
    buffer = io.BytesIO()
    # Python writes CP932 nowhere: it writes placeholders as long, which are replaced at the end.
    names: dict[bytes, bytes] = {}
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, member in enumerate(members):
            name = member.name
            if encoding != "utf-8":
                raw = name.encode(encoding, "replace")
                name = str(number).rjust(len(raw), "~")
                names[name.encode()] = raw
            info = zipfile.ZipInfo(name, (2026, 11, 20, member.time, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            kind = 0 if stat.S_IFMT(member.mode) else stat.S_IFREG
            info.external_attr = (member.mode | kind) << 16
            archive.writestr(info, member.data)
    data = buffer.getvalue()
    for placeholder in sorted(names, key=len, reverse=True):
        data = data.replace(placeholder, names[placeholder])
    return data


def moodle_folders() -> list[File]:
    """Moodle, "Download submissions in folders": one folder for each student."""
    return [
        _put(file, f"{_moodle(student)}/{file.name}")
        for student in students()
        for file in files(student)
    ]


def moodle_flat() -> list[File]:
    """Moodle without folders: the student stands before the name of every file."""
    return [
        _put(file, f"{_moodle(student)}_{Path(file.name).name}")
        for student in students()
        for file in files(student)
    ] + [File("佐藤 蓮_41000_assignsubmission_onlinetext_onlinetext.html", b"<p>see file</p>")]


def canvas() -> list[File]:
    """Canvas, "Download Submissions": all in one folder, late ones marked."""
    entries = []
    for student in students():
        name = "".join(letter for letter in student.name.lower() if letter.isalnum())
        late = "LATE_" if student.oddity == "late" else ""
        for index, file in enumerate(files(student)):
            attachment = 900_000 + student.number * 100 + index
            inner = (
                file.name.replace("/", "_") if student.oddity != "deep" else Path(file.name).name
            )
            entries.append(_put(file, f"{name}_{late}{student.user}_{attachment}_{inner}"))
    return entries


def classroom() -> list[File]:
    """Google Drive's folder of an assignment: files side by side, the student's name in front."""
    return [
        _put(file, f"課題 1/{_unique(student)} - {Path(file.name).name}")
        for student in students()
        for file in files(student)
    ]


def plain() -> list[File]:
    """A folder zipped by hand on Windows or a Mac, with what those leave in it."""
    members = [
        _put(file, f"class/{_unique(student)}/{file.name}")
        for student in students()
        for file in files(student)
    ]
    return [*members, File("__MACOSX/class/._佐藤 蓮", b"\0"), File("class/.DS_Store", b"\0")]


def _put(file: File, name: str) -> File:
    return File(name, file.data, file.exercise, file.source, file.time, file.mode)


def _moodle(student: Student) -> str:
    return f"{student.name}_{student.user}_assignsubmission_file"


def _unique(student: Student) -> str:
    """Give a name that is the student's own where the form has no number for that."""
    return f"{student.name} B" if student.number == TWINS[1] else student.name


DOWNLOADS = {
    "moodle-folders": moodle_folders,
    "moodle-flat": moodle_flat,
    "canvas": canvas,
    "classroom": classroom,
    "plain": plain,
}


def write(folder: Path) -> None:
    """Write every download, and those with Japanese names in CP932 too."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, members in DOWNLOADS.items():
        (folder / f"{name}.zip").write_bytes(packed(members()))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
