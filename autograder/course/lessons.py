"""Where on the course site an exercise and its misconceptions are explained."""

from __future__ import annotations

from urllib.parse import quote

from autograder.language import NOTHING, SOURCE, Text, languages


def lesson(exercise: str, misconception: str | None = None, at: str = "") -> Text:
    """Return the address of an exercise's lesson, at the heading about a misconception.

    Args:
        exercise: its stem.
        misconception: the key, which is the heading's name; None for the top of the page.
        at: the address of the site; without one there is no lesson's either.
    """
    if not at:
        return NOTHING
    page = f"lessons/{quote(exercise, safe='')}/"
    heading = f"#{quote(misconception, safe='')}" if misconception else ""
    home = at.rstrip("/")
    return Text(
        **{
            language: f"{home}/{'' if language == SOURCE else f'{language}/'}{page}{heading}"
            for language in languages()
        }
    )
