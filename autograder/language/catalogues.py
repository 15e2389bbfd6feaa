"""The gettext catalogues: which languages there are, each with the sentences that it knows."""

from __future__ import annotations

import gettext
import locale
from functools import cache
from pathlib import Path

Language = str  # its code, as in "ja"
SOURCE: Language = "en"  # what the source itself says

DOMAIN = "autograder"
CATALOGUES = Path(__file__).parent / "locale"
# Where sentences are looked up: the kit's own catalogues, then those of the courses that were read.
_folders: list[Path] = [CATALOGUES]


def add_catalogues(folder: Path) -> None:
    """Look sentences up in a course's catalogues too, FOLDER/LANGUAGE/LC_MESSAGES/autograder.mo."""
    if folder not in _folders:
        _folders.append(folder)
        languages.cache_clear()
        catalogue.cache_clear()


@cache
def languages() -> tuple[Language, ...]:
    """Return every language that has a catalogue, English first."""
    found = {place.parents[1].name for folder in _folders for place in _files(folder)}
    return (SOURCE, *sorted(found - {SOURCE}))


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """Return all the sentences of a language; what none knows stays in English."""
    found = gettext.NullTranslations()
    for folder in reversed(_folders):
        one = gettext.translation(DOMAIN, folder, [language], fallback=True)
        one.add_fallback(found)
        found = one
    return found


def translated(message: str, language: Language) -> str:
    """Return a sentence of the source in a language."""
    return message if language == SOURCE else catalogue(language).gettext(message)


def preferred() -> Language:
    """Return the language of the user's locale, English where we do not speak it."""
    name = (
        locale.getlocale(locale.LC_MESSAGES)[0] if hasattr(locale, "LC_MESSAGES") else None
    ) or (locale.getlocale()[0] or "")
    own = name.lower().replace("-", "_").split("_")[0]
    if own.startswith("japan"):  # as Windows calls it
        own = "ja"
    return own if own in languages() else SOURCE


def _files(folder: Path) -> list[Path]:
    return [*folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po"), *folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")]
