"""Forty messy folders: `check`, `submit`, `grade`, the check cell and nbgrader take the same."""

import json
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from autograder.course import Course
from autograder.frontends import hand_in, local, notebook, workplace
from autograder.submission import Submission, find, read_whole
from bench.messy_classes import messy

FOLDERS = 40


def work(folder: Path, seed: int) -> dict[str, int]:
    """A student's folder with every exercise in a way of its own, and what each must bind."""
    random = np.random.default_rng(seed)
    answers = {}
    for number, name in enumerate(messy.EXERCISES):
        way = messy.FLAT[(seed + number * (1 + seed // len(messy.FLAT))) % len(messy.FLAT)]
        answers[name] = int(random.integers(1_000_000))
        for path, data in way(name, answers[name]).items():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    return answers


def bound(submissions: dict[str, Submission]) -> dict[str, object]:
    return {name: messy.bound(one) for name, one in submissions.items()}


@pytest.mark.parametrize("seed", range(FOLDERS))
def test_every_way_takes_the_same_program(tmp_path, seed):
    """What is checked is what is handed in is what is graded: the right one, with its modules."""
    course, own = Course(), tmp_path / "class" / "mia"
    answers = work(own, seed)
    box = tmp_path / "box"
    box.mkdir()

    files = workplace.require(own, course).files
    checked = {name: local.submission_of(file, course) for name, file in files.items()}
    graded = {one.exercise: one for one in find(own.parent, messy.EXERCISES).submissions}
    parcel = hand_in.pack([own], course.functions)
    hand_in.to_folder(parcel, box, "mia", datetime(2026, 11, 20, tzinfo=UTC))
    handed_in = {one.exercise: one for one in find(box, messy.EXERCISES).submissions}
    live = {
        name: notebook._submission(cells(file), name, own, course)
        for name, file in files.items()
        if file.suffix == ".ipynb"
    }
    autograded = {name: read_whole(files[name], messy.EXERCISES, "mia", name) for name in live}

    for way in (checked, graded, handed_in):
        assert bound(way) == answers
    for way in (live, autograded):
        assert bound(way) == {name: answers[name] for name in live}
    for name in answers:
        assert checked[name].modules == graded[name].modules == handed_in[name].modules
        assert checked[name].files == graded[name].files == handed_in[name].files


def cells(file: Path) -> list[str]:
    """The code of a notebook, cell by cell, as a shell has run it."""
    return [cell["source"] for cell in json.loads(file.read_text("utf-8"))["cells"]]
