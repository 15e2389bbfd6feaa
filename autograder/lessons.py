"""Where on the course site an exercise and its misconceptions are explained."""

from __future__ import annotations

from urllib.parse import quote

from autograder.language import Text

SITE = "https://kobai-course.github.io/kobai/"


def lesson(exercise: str, misconception: str | None = None, site: str = SITE) -> Text:
    """Give the address of an exercise's lesson, at the heading about a misconception."""
    page = f"lessons/{quote(exercise, safe='')}/"
    heading = f"#{quote(misconception, safe='')}" if misconception else ""
    site = site.rstrip("/")
    return Text(en=f"{site}/{page}{heading}", ja=f"{site}/ja/{page}{heading}")
