"""The files of a new exercise, one in every room, named by its stem."""

from __future__ import annotations

import keyword
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from autograder.course.exercise import ExerciseError
from autograder.language import _
from autograder.verdict import files

# Where each template goes; the order is that in which one works on them.
ROOMS = {
    "solution.py": "solutions/{name}.py",
    "public_checks.py": "autograder/checks/check_{name}.py",
    "hidden_checks.py": "solutions/checks/check_{name}.py",
    "right.py": "tests/submissions/{name}/right/plain.py",
    "wrong.py": "tests/submissions/{name}/wrong/gives_zero.py",
    "lesson.en.md": "docs/en/lessons/{name}.md",
    "lesson.ja.md": "docs/ja/lessons/{name}.md",
}


def new(course: Path, name: str) -> tuple[Path, ...]:
    """Write the files of a new exercise; they work as they are, on a function that doubles.

    Args:
        course: the course's folder.
        name: the stem; a Python name in lower case.

    Returns:
        The files that were written.

    Raises:
        ExerciseError: the name is no stem, this is no course, or a file is there already.
        OSError: a file cannot be written.
    """
    if not name.isidentifier() or keyword.iskeyword(name) or name != name.lower():
        raise ExerciseError(
            _(
                "{name!r} cannot name an exercise: take small letters, digits and _, as in newton"
            ).format(name=name)
        )
    if not (course / "solutions").is_dir():
        raise ExerciseError(
            _("{folder}: not found; run this in the course's folder").format(
                folder=course / "solutions"
            )
        )
    written = dict(_texts(course, name))
    for path in written:
        if path.exists():
            raise ExerciseError(_("{path} is there already; nothing was written").format(path=path))
    for path, text in written.items():
        files.write(path, text)
    return tuple(written)


def _texts(course: Path, name: str) -> Iterator[tuple[Path, str]]:
    """Give every file of the exercise with its text."""
    environment = Environment(
        loader=PackageLoader("autograder.course.scaffold", "files"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # Python and Markdown, not HTML; the name is an identifier
    )
    for template, place in ROOMS.items():
        text = environment.get_template(f"{template}.j2").render(name=name)
        yield course / place.format(name=name), text
