"""Classes of sixty that mix everything people hand in at random, with the truth known."""

from __future__ import annotations

import io
import json
import os
import sys
import types
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from autograder.submission import Submission, find

EXERCISES = ("numerical_gradient", "gradient_descent", "plotting")
# One function of each that its checks call.
FUNCTIONS = dict(zip(EXERCISES, (*EXERCISES[:2], "plot_surface"), strict=True))
STUB = "def {name}(*arguments):\n    raise NotImplementedError()\n"
Files = dict[str, bytes]
FORMS = ("folder", "wrapped", "sections", "exercises", "moodle", "moodle-flat", "blackboard", "d2l")


@dataclass(frozen=True)
class Truth:
    """What must be found of a class.

    Attributes:
        place: of the class, a folder or a .zip.
        form: that it must be read as.
        answers: by student and exercise, the number that the right program binds to `answer`.
        silent: students who handed in nothing that can be graded.
    """

    place: Path
    form: str
    answers: dict[tuple[str, str], int]
    silent: frozenset[str]


def make(folder: Path, seed: int, size: int = 60) -> Truth:
    """Write a class and return the truth about it."""
    random = np.random.default_rng(seed)
    kind = FORMS[int(random.integers(len(FORMS)))]
    answers: dict[tuple[str, str], int] = {}
    silent = set()
    files: Files = {}
    for number in range(size):
        name, where = _where(kind, number)
        own: dict[str, Files] = {}
        for exercise in EXERCISES:
            if random.random() < 0.85:
                answers[name, exercise] = int(random.integers(1_000_000))
                own[exercise] = _one_of(random, kind)(exercise, answers[name, exercise])
        if not own:
            silent.add(name)
            own[EXERCISES[0]] = {"report.pdf": b"%PDF"}
        for exercise, inner in own.items():
            for path, data in inner.items():
                files[where(exercise, path)] = data
    place = _written(folder, files, kind, in_zip=bool(random.random() < 0.5))
    form = {"wrapped": "folder", "moodle-flat": "moodle"}.get(kind, kind)
    return Truth(place, form, answers, frozenset(silent))


def differences(truth: Truth) -> list[str]:
    """Return where what is found of a class is not the truth about it; nothing if it is."""
    found = find(truth.place, EXERCISES)
    answers = {(one.student, one.exercise): bound(one) for one in found.submissions}
    students = truth.silent | {student for student, _exercise in truth.answers}
    said = [] if found.kind == truth.form else [f"read as {found.kind}, is {truth.form}"]
    for who in sorted(set(found.students) ^ students):
        said.append(f"{who}: {'not found' if who in students else 'is nobody'}")
    for key in sorted(answers.keys() | truth.answers.keys()):
        if answers.get(key) != truth.answers.get(key):
            said.append(f"{key}: {answers.get(key)} for {truth.answers.get(key)}")
    for one in found.submissions:
        if one.problem is not None or one.review is not None:
            said.append(f"{one.student} {one.exercise}: {one.problem or one.review}")
    return said + [
        f"{path}: left out without a word" for path, why in found.ignored if not str(why)
    ]


def bound(submission: Submission) -> object:
    """Return what a program binds to `answer`, run with the modules that came along."""
    before = dict(sys.modules)
    try:
        for name, source in submission.modules.items():
            module = types.ModuleType(name)
            exec(compile(source, name, "exec"), vars(module))
            sys.modules[name] = module
        names: dict[str, object] = {}
        exec(compile(submission.source, submission.exercise, "exec"), names)
        return names.get("answer")
    finally:
        for name in submission.modules:
            sys.modules.pop(name, None)
            if name in before:
                sys.modules[name] = before[name]


def _where(kind: str, number: int) -> tuple[str, Callable[[str, str], str]]:
    """Return a student's name, and where a file of an exercise lies."""
    name = ("佐藤 美亜", "O'Brien Ken", "Müller Zoë", "ana", "LEE")[number % 5] + f" {number:02}"
    user = f"user{number:02}"
    match kind:
        case "moodle":
            top = f"{name}_{400 + number}_assignsubmission_file"
            return f"{name}_{400 + number}", lambda _exercise, path: f"{top}/{path}"
        case "moodle-flat":
            top = f"{name}_{400 + number}_assignsubmission_file"
            return f"{name}_{400 + number}", lambda _exercise, path: f"{top}_{path}"
        case "blackboard":
            top = f"HW 1_{user}_attempt_2026-10-03-11-59-00"
            return user, lambda _exercise, path: f"{top}_{path}"
        case "d2l":
            top = f"{400 + number}-77 - {name} - Oct 3, 2026 1159 AM"
            return f"{name}_{400 + number}", lambda _exercise, path: f"{top}/{path}"
        case "sections":
            return name, lambda _exercise, path: f"Section {'ABC'[number % 3]}/{name}/{path}"
        case "exercises":
            return name, lambda exercise, path: f"{exercise}/{name}/{path}"
        case "wrapped":
            return name, lambda _exercise, path: f"class/{name}/{path}"
    return name, lambda _exercise, path: f"{name}/{path}"


def _one_of(random: np.random.Generator, kind: str) -> Callable[[str, int], Files]:
    ways = [*FLAT] if kind in ("moodle-flat", "blackboard") else [*FLAT, *DEEP]
    return ways[int(random.integers(len(ways)))]


def _code(exercise: str, answer: int) -> str:
    return f"answer = {answer}\ndef {FUNCTIONS[exercise]}(*arguments):\n    return answer\n"


def _notebook(*cells: str, **more: object) -> bytes:
    code = [{"cell_type": "code", "source": cell, **more} for cell in cells]
    return json.dumps({"cells": code}).encode()


def plain(exercise: str, answer: int) -> Files:
    """A file as it should be."""
    return {f"{exercise}.py": _code(exercise, answer).encode()}


def renamed(exercise: str, answer: int) -> Files:
    """A browser's second copy."""
    return {f"{exercise} (1).py": _code(exercise, answer).encode()}


def encoded(exercise: str, answer: int) -> Files:
    """Windows in Japan."""
    return {f"{exercise}.py": f"# 勾配を計算する\n{_code(exercise, answer)}".encode("cp932")}


def with_stub(exercise: str, answer: int) -> Files:
    """Both of what a release hands out, one of them worked on."""
    return {
        f"{exercise}.py": STUB.format(name=FUNCTIONS[exercise]).encode(),
        f"{exercise}.ipynb": _notebook(_code(exercise, answer)),
    }


def with_empty(exercise: str, answer: int) -> Files:
    """A copy that came out empty, which sorts behind the right one."""
    return {**plain(exercise, answer), f"{exercise}-1.py": b""}


def drafty(exercise: str, answer: int) -> Files:
    """A notebook with cells that never ran, a shell line and large outputs."""
    cells = ("to do: ask about h", "!ls\npip install numpy", _code(exercise, answer), "print((")
    return {f"{exercise}.ipynb": _notebook(*cells, outputs=[{"data": ["x" * 10_000]}])}


def with_helper(exercise: str, answer: int) -> Files:
    """A module of the student's own."""
    source = (
        f"from shared_{exercise[0]} import answer\n" + _code(exercise, answer).split("\n", 1)[1]
    )
    helper = f"answer = {answer}\n".encode()
    return {f"{exercise}.py": source.encode(), f"shared_{exercise[0]}.py": helper}


def zipped(exercise: str, answer: int) -> Files:
    """An archive of the student's own, with names in it that claim to be another's."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, data in plain(exercise, answer).items():
            archive.writestr(f"work/{path}", data)
        archive.writestr("ana 03_403_assignsubmission_file_notes.py", "x = 1\n")
        archive.writestr("timestamp.txt", "2001-01-01 00:00:00 UTC")
    return {f"{exercise}_work.zip": buffer.getvalue()}


def deep(exercise: str, answer: int) -> Files:
    """A folder inside the student's own."""
    return {f"src/{exercise}.py": _code(exercise, answer).encode(), "src/.DS_Store": b"\0"}


FLAT = (plain, renamed, encoded, with_stub, with_empty, drafty, with_helper)
DEEP = (zipped, deep)


def _written(folder: Path, files: Files, kind: str, in_zip: bool) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    if in_zip:
        place = folder / ("class (2).zip" if kind == "wrapped" else "download.zip")
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, data in files.items():
                archive.writestr(zipfile.ZipInfo(path, (2026, 10, 3, 9, 0, 0)), data)
        return place
    place = folder / "place"
    for path, data in files.items():
        file = place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        os.utime(file, (1_000_000_000, 1_000_000_000))
    return place
