"""A course to attack: exercises as they are, and a canary in everything that is secret."""

from __future__ import annotations

import os
import secrets
import shutil
import zlib
from dataclasses import dataclass
from pathlib import Path

from autograder.course import secret

ROOT = Path(__file__).resolve().parents[2]
COURSE = Path("/tmp/course")
HOME = Path("/tmp/home")
FONTS = Path("/run/matplotlib")  # listing the fonts takes seconds: done once
HONEST = "numerical_gradient"


@dataclass(frozen=True)
class Canaries:
    """Words that lie in secret places only; one that turns up elsewhere has leaked.

    Attributes:
        words: by the place where each lies.
        digit: which of ten files exists.
    """

    words: dict[str, str]
    digit: int

    def found(self, text: str) -> list[str]:
        """Give the places whose word is in a text."""
        return [place for place, word in self.words.items() if word in text]


PLACES = ("solution", "hidden check", "submission", "result", "git", "home", "environment")
INSIDE = ("memory", "descriptor")


def plant() -> Canaries:
    """Build the course with fresh canaries; give them."""
    words = {place: f"CANARY-{secrets.token_hex(16)}" for place in (*PLACES, *INSIDE)}
    words["course key"] = secrets.token_hex(32)
    canaries = Canaries(words, secrets.randbelow(10))
    shutil.rmtree(COURSE, ignore_errors=True)
    COURSE.mkdir(mode=0o700)
    shutil.copytree(
        ROOT / "solutions",
        COURSE / "solutions",
        ignore=shutil.ignore_patterns("minimum", "__pycache__"),
    )
    shutil.copytree(
        ROOT / "autograder" / "checks",
        COURSE / "autograder" / "checks",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(ROOT / "course.toml", COURSE)
    _write(secret.FILE, words["course key"])
    for file in (COURSE / "solutions").rglob("*.py"):
        place = "hidden check" if file.parent.name == "checks" else "solution"
        file.write_text(f"{file.read_text()}\nCANARY = {words[place]!r}\n")
    _write("submissions/honest/numerical_gradient.py", f"# {words['submission']}\n")
    _write("results/gradebook.csv", f"student,total\nhonest,{words['result']}\n")
    _write("results/verdicts/honest/numerical_gradient.json", f'{{"key": "{words["result"]}"}}\n')
    _write(f"oracle-{canaries.digit}", "")
    history = COURSE / ".git/objects/ab"
    history.mkdir(parents=True)
    (history / "cdef").write_bytes(zlib.compress(f"blob {words['git']}".encode()))
    HOME.mkdir(mode=0o700, exist_ok=True)
    (HOME / ".netrc").write_text(f"machine example.org password {words['home']}\n")
    (HOME / ".bashrc").write_text("# empty\n")
    return canaries


def _write(name: str, text: str) -> None:
    path = COURSE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def tempt(canaries: Canaries) -> list[object]:
    """Give this process what a careless grader has: secrets in memory, environment, descriptors."""
    os.environ["COURSE_KEY"] = canaries.words["environment"]
    os.environ["HOME"] = str(HOME)
    held = os.memfd_create("held", 0)
    os.write(held, canaries.words["descriptor"].encode() * 4)
    os.set_inheritable(held, True)
    return [held, canaries.words["memory"] * 1000]


def restore() -> None:
    """Empty the scratch folders; the next grader plants anew."""
    for folder in ("/tmp", "/dev/shm", "/var/tmp", "/run"):
        for path in Path(folder).iterdir():
            if path == FONTS:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def honest() -> str:
    """Give a submission that earns every point."""
    return (ROOT / "solutions" / f"{HONEST}.py").read_text()


def measured_by(attack: str) -> str:
    """Give the trivial file that an attack names: what that one earns is no success."""
    return attack.removeprefix('"""').split(":", 1)[0]


def exercise_of(attack: str) -> str:
    """Give the exercise that an attack is handed in as."""
    return measured_by(attack).split("-")[0]
