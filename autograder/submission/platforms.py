"""How each learning platform names what it lets an instructor download.

Moodle: mod/assign/classes/downloader.php, ``get_student_prefix`` and what calls it
(https://github.com/moodle/moodle). Canvas: lib/content_zipper.rb, ``get_filename`` and
``add_upload_submission`` (https://github.com/instructure/canvas-lms). Blackboard and Brightspace
(D2L): the names that their guides for instructors show.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

# Full name_12345_assignsubmission_file, as a folder, or with _ and the file's name behind it. A
# group has its own number, the default group has none; Moodle before 4.1 ends folders with "_".
MOODLE = re.compile(r"^(.+?)(?:_(\d+))?_assignsubmission_([a-z]+)(?:_(.*))?$", re.DOTALL)
# nameinsmallletters_LATE_12345_67890_file.py: the user's number, then the attachment's.
CANVAS = re.compile(r"^(.+?)_(LATE_)?(\d+)_(\d+)_(.+)$", re.DOTALL)
CANVAS_ANONYMOUS = re.compile(r"^(LATE_)?(anon_[A-Za-z0-9]+)()_(\d+)_(.+)$", re.DOTALL)
# What a student types into the page of the platform comes as one of these.
CANVAS_TYPED = re.compile(r"^(.+?)_(LATE_)?(\d+)_(?:text|link)\.html$", re.DOTALL)
# A second try gets a number behind the name.
CANVAS_AGAIN = re.compile(r"-\d{1,3}(?=\.\w+$)")
# Homework 1_msato_attempt_2026-10-03-11-59-00_file.py, beside a .txt about the attempt itself.
BLACKBOARD = re.compile(r"^.+?_([^_]+)_attempt_(\d{4}(?:-\d{2}){5})(?:_(.+)|(\.txt))$", re.DOTALL)
# 12345-67890 - Mia Sato - Oct 3, 2026 1159 AM, as a folder, or with " - " and the file's name.
D2L = re.compile(
    r"^(\d+)-(\d+) ?- ?(.+?) ?- ?([A-Z][a-z]{2,8}) (\d{1,2}), (\d{4}) (\d{1,2}):?(\d{2})"
    r"(?: ([AP]M))?(?: ?- ?(.+))?$",
    re.DOTALL,
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Named:
    """What the name of a file or folder says that a platform gave.

    Attributes:
        student: whose it is.
        file: the student's own name of the file; "" for a folder.
        late: the platform marked it late.
        attempt: greater for a later one.
        typed: it was typed into the platform's page, or written by the platform itself.
    """

    student: str
    file: str
    late: bool = False
    attempt: int = 0
    typed: bool = False


def moodle(name: str) -> Named | None:
    """Return what a name in a download from Moodle says."""
    found = MOODLE.match(name)
    if not found:
        return None
    student = f"{found[1]}_{found[2]}" if found[2] else found[1]
    return Named(student, found[4] or "", typed=found[3] != "file")


def canvas(name: str) -> Named | None:
    """Return what a name in a download from Canvas says."""
    if found := CANVAS_ANONYMOUS.match(name):
        return Named(found[2], found[5], bool(found[1]))
    if found := CANVAS.match(name):
        return Named(f"{found[1]}_{found[3]}", found[5], bool(found[2]))
    if found := CANVAS_TYPED.match(name):
        return Named(f"{found[1]}_{found[3]}", name, bool(found[2]), typed=True)
    return None


def blackboard(name: str) -> Named | None:
    """Return what a name in a download from Blackboard says."""
    found = BLACKBOARD.match(name)
    if not found:
        return None
    attempt = int(found[2].replace("-", ""))
    return Named(found[1], found[3] or name, attempt=attempt, typed=found[4] is not None)


def d2l(name: str) -> Named | None:
    """Return what a name in a download from Brightspace says."""
    found = D2L.match(name)
    if not found or found[4][:3].lower() not in MONTHS:
        return None
    hour = int(found[7]) % 12 + 12 * (found[9] == "PM") if found[9] else int(found[7])
    month = MONTHS.index(found[4][:3].lower()) + 1
    attempt = int(f"{found[6]}{month:02}{int(found[5]):02}{hour:02}{found[8]}")
    return Named(f"{found[3]}_{found[1]}", found[10] or "", attempt=attempt)


READERS: Mapping[str, Callable[[str], Named | None]] = {
    "moodle": moodle,
    "canvas": canvas,
    "blackboard": blackboard,
    "d2l": d2l,
}
