"""Where on the course site an exercise and its misconceptions are explained."""

from __future__ import annotations

from functools import cache
from importlib.metadata import metadata
from urllib.parse import quote

from autograder.language import SOURCE, Text, languages

LABEL = "Course"


@cache
def site() -> str:
    """Give the address of the course site: pyproject.toml has it, under [project.urls]."""
    for entry in metadata("kobai").get_all("Project-URL") or ():
        label, _, address = entry.partition(", ")
        if label == LABEL:
            return str(address)
    raise LookupError(f"[project.urls] in pyproject.toml has no {LABEL}")


def lesson(exercise: str, misconception: str | None = None, at: str | None = None) -> Text:
    """Give the address of an exercise's lesson, at the heading about a misconception.

    Args:
        exercise: its stem.
        misconception: the key, which is the heading's name; None for the top of the page.
        at: the address of the site; the course's own by default.
    """
    page = f"lessons/{quote(exercise, safe='')}/"
    heading = f"#{quote(misconception, safe='')}" if misconception else ""
    home = (at or site()).rstrip("/")
    return Text(
        **{
            language: f"{home}/{'' if language == SOURCE else f'{language}/'}{page}{heading}"
            for language in languages()
        }
    )
