"""What learning platforms let an instructor download is read as it is, whole classes of it."""

import contextlib
import io
import stat
import struct
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest

from autograder.submission import SubmissionError, find
from autograder.submission.platforms import CANVAS_ANONYMOUS, MOODLE

sys.path.insert(0, str(Path(__file__).parent / "lms"))
import downloads
from downloads import EXERCISES, File, packed

KINDS = {
    "moodle-folders": "moodle",
    "moodle-flat": "moodle",
    "canvas": "canvas",
    "classroom": "classroom",
    "plain": "folder",
}
ENCODINGS = {"utf-8": "utf-8", "cp932": "cp932"}


def student_id(name: str, student: downloads.Student) -> str:
    if name.startswith("moodle"):
        return f"{student.name}_{student.user}"
    if name == "canvas":
        letters = "".join(letter for letter in student.name.lower() if letter.isalnum())
        return f"{letters}_{student.user}"
    return f"{student.name} B" if student.number == downloads.TWINS[1] else student.name


def unpacked(data: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(folder)
        for info in archive.infolist():
            if stat.S_ISLNK(info.external_attr >> 16):
                path = folder / info.filename
                path.unlink()
                path.symlink_to("/etc/hostname")
    return folder


@pytest.mark.parametrize("name", downloads.DOWNLOADS)
@pytest.mark.parametrize("form", ["zip", "folder"])
def test_a_download_names_every_student_once(tmp_path, name, form):
    """36 students with every oddity: each file is found as what it is, or listed with a reason."""
    members = downloads.DOWNLOADS[name]()
    place = tmp_path / f"{name}.zip"
    place.write_bytes(packed(members))
    if form == "folder":
        place = unpacked(place.read_bytes(), tmp_path / "unpacked")

    found = find(place, EXERCISES)

    assert found.kind == KINDS[name]
    got: dict[str, dict[str, str | None]] = {}
    for one in found.submissions:
        # A picture file's code cell ends without the blank line that joins cells.
        got.setdefault(one.student, {})[one.exercise] = None if one.problem else one.source
    wanted = {student_id(name, one): downloads.expected(one) for one in downloads.students()}
    # When a folder is unpacked all its files get one time: then the name alone decides.
    assert got == {student: answers for student, answers in wanted.items() if answers}
    assert set(found.students) == set(wanted)
    taken = {str(one.path.relative_to(place)) for one in found.submissions}
    listed = {str(path) for path, _why in found.ignored}
    assert not taken & listed
    for member in members:
        nested = member.name.endswith(".zip")
        assert nested or {member.name, member.name.split("/")[0]} & (taken | listed), member.name


@pytest.mark.parametrize("name", ["moodle-folders", "moodle-flat", "plain"])
def test_names_in_cp932_are_read_as_names_in_utf8(tmp_path, name):
    """Windows in Japan zips without the mark for UTF-8; 表 and ソ end in a backslash there."""
    members = [one for one in downloads.DOWNLOADS[name]() if "ü" not in one.name]
    results = []
    for encoding in ("utf-8", "cp932"):
        place = tmp_path / encoding / f"{name}.zip"
        place.parent.mkdir()
        place.write_bytes(packed(members, encoding))
        found = find(place, EXERCISES)
        results.append([(one.student, one.exercise, one.digest) for one in found.submissions])

    assert results[0] == results[1]
    assert any("表" in student for student, _exercise, _digest in results[1])


def test_canvas_marks_what_was_late(tmp_path):
    """LATE in the name is no part of the student's."""
    place = tmp_path / "canvas.zip"
    place.write_bytes(packed(downloads.canvas()))

    late = {one.student for one in find(place, EXERCISES).submissions if one.late}

    assert late == {
        student_id("canvas", one) for one in downloads.students() if one.oddity == "late"
    }


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Mia Sato_12345_assignsubmission_file", ("Mia Sato", "12345", "file", None)),
        ("Mia Sato_12345_assignsubmission_file_", ("Mia Sato", "12345", "file", "")),
        ("Participant_7_assignsubmission_file_a_b.py", ("Participant", "7", "file", "a_b.py")),
        ("Default group_assignsubmission_file_a.py", ("Default group", None, "file", "a.py")),
    ],
)
def test_moodles_names_are_taken_apart(name, parts):
    """With and without folders, before and after 4.1, blind marking and groups."""
    found = MOODLE.match(name)

    assert found is not None
    assert found.groups() == parts


def test_canvas_names_without_names_are_taken_apart():
    """Anonymous grading gives a code in place of name and number."""
    found = CANVAS_ANONYMOUS.match("LATE_anon_aB3xY_123_plotting.py")

    assert found is not None
    assert found[2] == "anon_aB3xY"


def zipped(*members: File) -> bytes:
    return packed(list(members))


def place_of(folder: Path, data: bytes) -> Path:
    path = folder / "class.zip"
    path.write_bytes(data)
    return path


GOOD = File("alice/plotting.py", b"x = 1\n")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../alice/plotting.py", "leads out"),
        ("bob/../../plotting.py", "leads out"),
        ("/etc/plotting.py", "leads out"),
        ("C:\\bob\\plotting.py", "leads out"),
        ("..\\bob\\plotting.py", "leads out"),
    ],
)
def test_a_path_out_of_the_archive_goes_nowhere(tmp_path, name, words):
    """Nothing is unpacked, and the entry is listed with why."""
    place = place_of(tmp_path, zipped(GOOD, File(name, b"x = 2\n")))

    found = find(place, EXERCISES)

    graded = [one for one in found.submissions if one.problem is None]
    assert [one.student for one in graded] == ["alice"]
    everything = [str(why) for _path, why in found.ignored] + [
        str(one.problem) for one in found.submissions
    ]
    assert any(words in text for text in everything)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["class.zip"]


def test_a_link_in_an_archive_is_not_its_target(tmp_path):
    """The student is told; nobody's file is read through it."""
    link = File("bob/plotting.py", b"/etc/passwd", mode=stat.S_IFLNK)

    _alice, bob = find(place_of(tmp_path, zipped(GOOD, link)), EXERCISES).submissions

    assert "link" in str(bob.problem)


def test_a_bomb_in_a_students_archive_costs_that_student_only(tmp_path):
    """A gigabyte of zeros in a kilobyte is not read to its end."""
    bomb = zipped(File("plotting.py", b"0" * (200 << 20)))
    many = zipped(File("a.zip", zipped(File("b.zip", zipped(File("c.zip", zipped(GOOD)))))))
    place = place_of(tmp_path, zipped(GOOD, File("bob.zip", bomb), File("carol.zip", many)))

    found = find(place, EXERCISES)

    assert [(one.student, one.problem is None) for one in found.submissions] == [
        ("alice", True),
        ("bob", False),
    ]
    assert "too large" in str(found.submissions[1].problem)
    assert "too many archives" in str(found.ignored[0][1])


def test_a_directory_longer_than_any_class_is_refused_before_it_is_read(tmp_path):
    """The end record says how long the directory is; millions of entries never get into memory."""
    data = bytearray(zipped(GOOD))
    end = data.rfind(b"PK\x05\x06")
    struct.pack_into("<I", data, end + 12, 1 << 30)
    place = place_of(tmp_path, zipped(GOOD, File("bob.zip", bytes(data))))

    found = find(place, EXERCISES)

    assert "too many files" in str(found.ignored[0][1])


@pytest.mark.parametrize("cut", [0, 10, 100, -30, -1])
def test_a_damaged_archive_is_an_error_in_words(tmp_path, cut):
    """A download that broke off is said to be one; nothing is half graded."""
    place = place_of(tmp_path, zipped(GOOD)[:cut] if cut else b"")

    with pytest.raises(SubmissionError, match=r"damaged|no directory"):
        find(place, EXERCISES)


def test_a_damaged_file_in_an_archive_is_a_problem_of_its_student(tmp_path):
    """One flipped byte costs one student's file, and its student is told to ask."""
    data = bytearray(zipped(GOOD, File("bob/plotting.py", bytes(range(1, 200)))))
    at = data.find(b"bob/plotting.py") + len("bob/plotting.py") + 20
    data[at] ^= 0xFF

    alice, bob = find(place_of(tmp_path, bytes(data)), EXERCISES).submissions

    assert alice.problem is None
    assert "damaged" in str(bob.problem)


@pytest.mark.parametrize("header", [b"PK\x03\x04", b"PK\x01\x02"])
def test_a_name_that_is_no_text_is_damage_and_no_crash(tmp_path, header):
    """A name marked as UTF-8 may hold any bytes, before the file and in the directory."""
    data = bytearray(zipped(File("plotting.py", b"x = 2\n")))
    at = data.find(b"plotting.py", data.find(header))
    data[at + 1] = 0xFF
    place = place_of(tmp_path, zipped(GOOD, File("bob.zip", bytes(data))))

    found = find(place, EXERCISES)

    assert found.submissions[0].problem is None
    told = [str(one.problem) for one in found.submissions[1:]]
    assert any("damaged" in text for text in [*told, *(str(why) for _path, why in found.ignored)])


@pytest.mark.parametrize("seed", range(20))
def test_any_damage_ends_in_words(tmp_path, seed):
    """Twenty bytes changed at random: an error of usage, or a class with something missing."""
    random = np.random.default_rng(seed)
    data = bytearray(packed(downloads.plain()))
    for at in random.integers(len(data) // 2, len(data), 20):
        data[at] = int(random.integers(256))

    with contextlib.suppress(SubmissionError):
        assert find(place_of(tmp_path, bytes(data)), EXERCISES).submissions


def test_a_locked_or_oddly_packed_file_is_a_problem_in_words(tmp_path):
    """Passwords and rare compressions are named, with what to do."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("alice/plotting.py", "x = 1\n")
    rare = place_of(tmp_path, buffer.getvalue())

    (one,) = find(rare, EXERCISES).submissions

    assert "pack it again" in str(one.problem)
    data = bytearray(zipped(GOOD))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    (one,) = find(place_of(tmp_path, bytes(data)), EXERCISES).submissions
    assert "password" in str(one.problem)


def test_an_entry_twice_in_an_archive_is_taken_once(tmp_path):
    """The later time wins, and the other one is listed."""
    newer = File("alice/plotting.py", b"x = 2\n", time=11)
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(newer, GOOD)

    found = find(place_of(tmp_path, data), EXERCISES)

    assert [one.source for one in found.submissions] == ["x = 2\n"]
    assert len(found.ignored) == 1
