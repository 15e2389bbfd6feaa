"""The results folder: safe names, whole files."""

from __future__ import annotations

import os
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verdicts import verdict

from autograder.verdict import VerdictError, files
from autograder.verdict.files import DEVICES
from autograder.verdict.results import Results, ResultsError, file_name


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_becomes_one_path_component(name):
    """It has no separator, is no folder above, and is short enough."""
    component = file_name(name)

    assert component
    assert Path(component).name == component
    assert PureWindowsPath(component).name == component
    assert component.rstrip(". ") == component
    assert len(component.encode()) < 240


@given(st.lists(st.text("%~.aＡ/5E 語", max_size=4) | st.text("語", min_size=90), unique=True))
def test_no_two_names_share_a_component(names):
    """Encoding and cutting keep names apart."""
    assert len({file_name(name) for name in names}) == len(names)


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "conin$", "lpt9", "NUL.txt", "Com1"])
def test_names_of_devices_are_changed(name):
    """Windows would open the device, not a file."""
    assert DEVICES.match(name)
    assert not DEVICES.match(file_name(name))


@pytest.mark.parametrize("name", ["s1234567", "山田 太郎", "Ana María", "o'neil", "a.b"])
def test_ordinary_names_stay_as_they_are(name):
    """People find their file by their name."""
    assert file_name(name) == name


def test_verdicts_come_back_one_student_after_the_other(tmp_path):
    """What was put into the folder is read again, sorted."""
    places = Results(tmp_path)
    for student, exercise in (("baba", "plotting"), ("a/b", "plotting"), ("baba", "loss")):
        one = verdict(student=student, exercise=exercise)
        files.write(places.verdict(student, exercise), one.dumps())

    read = [(one.student, one.exercise) for one in places.verdicts()]

    assert read == [("a/b", "plotting"), ("baba", "loss"), ("baba", "plotting")]


def test_a_damaged_verdict_file_is_named(tmp_path):
    """The message says which file cannot be read."""
    files.write(Results(tmp_path).verdict("aoki", "plotting"), "{")

    with pytest.raises(VerdictError, match=r"aoki.*plotting\.json"):
        list(Results(tmp_path).verdicts())


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    """When writing fails, the old content stays and nothing else is left behind."""
    file = tmp_path / "page.html"
    files.write(file, "old")

    with pytest.raises(UnicodeEncodeError):
        files.write(file, "new \ud800")

    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="modes are POSIX's")
def test_what_holds_marks_is_its_owners_alone(tmp_path):
    """Nobody else looks into the folder or reads a file of it, whatever the umask."""
    before = os.umask(0)
    try:
        files.write(Results(tmp_path / "a" / "results").verdict("mia", "plotting"), "{}")
    finally:
        os.umask(before)

    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "a").rglob("*")}
    assert modes == {"results": 0o700, "verdicts": 0o700, "mia": 0o700, "plotting.json": 0o600}


def test_results_are_not_written_through_a_link(tmp_path):
    """A link that somebody planted leads nowhere, and is named."""
    results = Results(tmp_path / "results")
    (tmp_path / "results" / "verdicts").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "results" / "verdicts" / "mia").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ResultsError, match="mia is a link"):
        results.verdict("mia", "plotting")
    assert list((tmp_path / "elsewhere").iterdir()) == []
