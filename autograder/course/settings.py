"""course.toml: what a course is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from autograder.course.errors import ExerciseError
from autograder.language import SOURCE, Text, _

FILE = "course.toml"
FORMAT = 1
CHECKS = "checks"
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
SITE_LINE = 'site = "https://…/"'

Table = Mapping[str, Any]


@dataclass(frozen=True)
class Settings:
    """What stands in a course.toml.

    Attributes:
        name: of the course, for machines.
        title: of the course, for people.
        languages: in which students read.
        exercises: the stems, in their order.
        assignments: named sets of exercises.
        site: the address of the course site, "" where there is none.
        checks: the folder of the public checks, within the course's.
    """

    name: str
    title: Text
    languages: tuple[str, ...]
    exercises: tuple[str, ...]
    assignments: Mapping[str, tuple[str, ...]]
    site: str = ""
    checks: str = CHECKS

    @property
    def public_site(self) -> str:
        """The site's address for whoever is elsewhere; "" where this machine alone serves it."""
        host = urlsplit(self.site).hostname or ""
        return "" if host == "localhost" or host.startswith("127.") else self.site

    @property
    def assignment(self) -> str:
        """The assignment that is meant where none is named: the first, or else the course."""
        return next(iter(self.assignments), self.name)


def read(file: Path) -> Settings:
    """Return what a course.toml says.

    Raises:
        ExerciseError: it is not there, no TOML, or something in it is not as it should be.
    """
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as fault:
        raise ExerciseError(
            _(
                "{file}: not found; run this in the course's folder, or name it with --course"
            ).format(file=file)
        ) from fault
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ExerciseError(
            _("{file}: cannot be read: {reason}").format(file=file, reason=fault)
        ) from fault
    try:
        return _settings(content)
    except _WrongError as fault:
        raise ExerciseError(_("{file}: {reason}").format(file=file, reason=fault.reason)) from fault


class _WrongError(Exception):
    """Something in the table that is not as it should be."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def _settings(content: Table) -> Settings:
    known = ("format", *Settings.__dataclass_fields__)
    for key in content:
        if key not in known:
            raise _WrongError(
                _("{key!r} means nothing here; there are {known}").format(
                    key=key, known=", ".join(known)
                )
            )
    if content.get("format") != FORMAT:
        raise _WrongError(
            _("format is {found!r}; this version reads format = {known}").format(
                found=content.get("format"), known=FORMAT
            )
        )
    languages = _names(content, "languages", default=(SOURCE,))
    if SOURCE not in languages:
        raise _WrongError(
            _("languages must hold {source!r}, which stands in for what is not translated").format(
                source=SOURCE
            )
        )
    exercises = _names(content, "exercises", str.isidentifier)
    return Settings(
        name=_text(content, "name", NAME.fullmatch),
        title=_title(content, languages),
        languages=languages,
        exercises=exercises,
        assignments=_assignments(content, exercises),
        site=_text(content, "site", re.compile(r"(https?://\S+)?").fullmatch, default=""),
        checks=_text(content, "checks", _is_within, default=CHECKS),
    )


def _title(content: Table, languages: tuple[str, ...]) -> Text:
    titles = content.get("title")
    if not isinstance(titles, dict) or not all(isinstance(one, str) for one in titles.values()):
        raise _WrongError(
            _("[title] must give the course's title by language, as in {example}").format(
                example='en = "Derivatives"'
            )
        )
    for language in languages:
        if language not in titles:
            raise _WrongError(_("[title] has none in {language!r}").format(language=language))
    return Text(**titles)


def _assignments(content: Table, exercises: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    sets = content.get("assignments", {})
    if not isinstance(sets, dict):
        raise _WrongError(_("[assignments] must be a table of lists of exercises"))
    assignments = {name: _names(sets, name, str.isidentifier) for name in sets}
    for name, members in assignments.items():
        for member in members:
            if member not in exercises:
                raise _WrongError(
                    _("assignment {name!r} has {member!r}, which is not among exercises").format(
                        name=name, member=member
                    )
                )
    return assignments


def _text(
    content: Table,
    key: str,
    fits: Callable[[str], object],
    default: str | None = None,
) -> str:
    value = content.get(key, default)
    if not isinstance(value, str) or not fits(value):
        raise _WrongError(
            _("{key} is {value!r}; it should be {form}").format(
                key=key, value=value, form=_FORMS[key]
            )
        )
    return value


def _names(
    content: Table,
    key: str,
    fits: Callable[[str], object] = NAME.fullmatch,
    default: tuple[str, ...] | None = None,
) -> tuple[str, ...]:
    values = content.get(key, default)
    if (
        not isinstance(values, (list, tuple))
        or not all(isinstance(value, str) and fits(value) for value in values)
        or len(set(values)) < len(values)
    ):
        raise _WrongError(
            _("{key} is {value!r}; it should be {form}").format(
                key=key,
                value=values,
                form=_FORMS.get(key, _("a list of different names, as in {example}")).format(
                    example='["newton", "secant"]'
                ),
            )
        )
    return tuple(values)


def _is_within(folder: str) -> bool:
    path = PurePosixPath(folder)
    return bool(folder) and not path.is_absolute() and ".." not in path.parts


_FORMS = {
    "name": _("small letters, digits, - and _, as in calculus-1"),
    "site": _("an address, as in https://example.org/course/"),
    "checks": _("a folder within the course's, as in checks"),
    "languages": _("""a list of languages, as in ["en", "ja"]"""),
}
