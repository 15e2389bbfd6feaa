"""The files of a new exercise, one in every room, named by its stem."""

from __future__ import annotations

import keyword
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from autograder.course import settings
from autograder.course.errors import ExerciseError
from autograder.language import _
from autograder.verdict import files

COURSE = """\
# What this course is.
format = 1
name = "{name}"
languages = ["en", "ja"]
site = ""           # the address of the course site, which the feedback links to
exercises = []

[title]
en = "{name}"
ja = "{name}"

[assignments]
{name} = []
"""
# The sites' settings, in each of which the lesson is listed behind the last one.
NAVIGATIONS = ("mkdocs.yml", "mkdocs.ja.yml")
LESSON = re.compile(r"^( *- ).*\blessons/\S+$", re.MULTILINE)
# The kit's Japanese catalogue, where the course lives in the kit.
JAPANESE = Path("autograder", "language", "locale", "ja", "LC_MESSAGES", "autograder.po")
# Why each check is worth what it is: where a course says so, for every check.
REASONS = Path("tools", "points_reasons.toml")
REASON = """
[{name}.check_double]
en = "Say why this check is worth what it is."
ja = "この配点の理由を書きます。"

[{name}.check_unseen_points]
en = "Say why this check is worth what it is."
ja = "この配点の理由を書きます。"
"""
# Where each template goes; the order is that in which one works on them.
ROOMS = {
    "solution.py": "solutions/{name}.py",
    "public_checks.py": "{checks}/check_{name}.py",
    "hidden_checks.py": "solutions/checks/check_{name}.py",
    "right.py": "tests/submissions/{name}/right/plain.py",
    "wrong.py": "tests/submissions/{name}/wrong/gives_zero.py",
    "remembered.py": "tests/submissions/{name}/wrong/remembered.py",
    "lesson.en.md": "docs/en/lessons/{name}.md",
    "lesson.ja.md": "docs/ja/lessons/{name}.md",
}


def new(folder: Path, name: str) -> tuple[Path, ...]:
    """Write the files of a new exercise; they work as they are, on a function that doubles.

    The first one in a folder makes a course of it. The exercise is entered in course.toml, and
    in the assignment there, if there is one only.

    Args:
        folder: the course's.
        name: the stem; a Python name in lower case.

    Returns:
        The files that were written.

    Raises:
        ExerciseError: the name is no stem, a file is there already, or course.toml is broken.
        OSError: a file cannot be written.
    """
    if not name.isidentifier() or keyword.iskeyword(name) or name != name.lower():
        raise ExerciseError(
            _(
                "{name!r} cannot name an exercise: take small letters, digits and _, as in newton"
            ).format(name=name)
        )
    file = folder / settings.FILE
    course = file.read_text(encoding="utf-8") if file.exists() else _course(folder)
    checks = settings.read(file).checks if file.exists() else settings.CHECKS
    written = dict(_texts(folder, name, checks))
    for path in written:
        if path.exists():
            raise ExerciseError(_("{path} is there already; nothing was written").format(path=path))
    for path, text in written.items():
        files.write(path, text, mode=0o644)
    files.write(file, _enlisted(course, name))
    return (*written, file, *_listed(folder, name))


def _listed(folder: Path, name: str) -> Iterator[Path]:
    """Enter the lesson and its checks where a course lists them; yield what was changed."""
    for path in (folder / one for one in NAVIGATIONS):
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if found := list(LESSON.finditer(text)):
            last = found[-1]
            line = f"\n{last[1]}{name}: lessons/{name}.md"
            files.write(path, text[: last.end()] + line + text[last.end() :])
            yield path
    path = folder / JAPANESE
    if path.exists():
        text = path.read_text(encoding="utf-8")
        texts = _environment().get_template("messages.ja.po.j2").render()
        more = [one for one in texts.split("\n\n") if one.strip().splitlines()[0] not in text]
        if more:
            files.write(path, "\n\n".join([text.rstrip(), *map(str.strip, more)]) + "\n")
            yield path
    path = folder / REASONS
    if path.exists():
        text = path.read_text(encoding="utf-8")
        files.write(path, text.rstrip() + "\n" + REASON.format(name=name))
        yield path


def _course(folder: Path) -> str:
    """Return the course.toml of a course without exercises, named after its folder."""
    name = re.sub(r"[^a-z0-9_-]+", "-", folder.resolve().name.lower()).strip("-_") or "course"
    return COURSE.format(name=name)


def _enlisted(course: str, name: str) -> str:
    """Return course.toml with one exercise more, at the end of its lists."""
    lists = re.compile(r"^(\w+ *= *\[)([^\[\]]*?),?(\s*\])", re.MULTILINE)
    assignments = tomllib.loads(course).get("assignments", {})
    keys = ["exercises", *(assignments if len(assignments) == 1 else ())]

    def longer(found: re.Match[str]) -> str:
        key = found[1].split("=")[0].strip()
        if key not in keys:
            return found[0]
        return f'{found[1]}{found[2]}{", " if found[2].strip() else ""}"{name}"{found[3]}'

    return lists.sub(longer, course)


def _texts(folder: Path, name: str, checks: str) -> Iterator[tuple[Path, str]]:
    """Return every file of the exercise with its text."""
    for template, place in ROOMS.items():
        text = _environment().get_template(f"{template}.j2").render(name=name)
        yield folder / place.format(name=name, checks=checks), text


def _environment() -> Environment:
    """Return what renders the templates."""
    return Environment(
        loader=PackageLoader("autograder.course.scaffold", "files"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # Python and Markdown, not HTML; the name is an identifier
    )
