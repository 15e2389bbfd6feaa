"""Sentences in every language of the course, looked up once in the gettext catalogues."""

from __future__ import annotations

import gettext
import locale
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Language = Literal["en", "ja"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

DOMAIN = "autograder"
CATALOGUES = Path(__file__).parent / "locale"


@dataclass(frozen=True)
class Text:
    """One sentence in English and in Japanese; its ``str`` is the English one."""

    en: str
    ja: str

    def __str__(self) -> str:
        return self.en

    def __bool__(self) -> bool:
        return bool(self.en)

    def format(self, **values: object) -> Text:
        """Fill the braces in every language; a value that is a Text is put in its own language."""
        return Text(
            **{
                language: self.to(language).format(
                    **{
                        name: value.to(language) if isinstance(value, Text) else value
                        for name, value in values.items()
                    }
                )
                for language in LANGUAGES
            }
        )

    def to(self, language: Language) -> str:
        """Give the sentence in one language."""
        return self.ja if language == "ja" else self.en


NOTHING = Text("", "")


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """Load the catalogue of a language; English is what the source says."""
    return gettext.translation(DOMAIN, CATALOGUES, [language], fallback=True)


def _(message: str) -> Text:
    """Give the sentence in every language; the name is the one that Babel extracts."""
    return Text(en=message, ja=catalogue("ja").gettext(message)) if message else NOTHING


def plain(words: object) -> Text:
    """Give words that are the same in every language: a name, a number, a line of code."""
    return Text(str(words), str(words))


def preferred() -> Language:
    """Give the language of the user's locale, English where we do not speak it."""
    name = (
        locale.getlocale(locale.LC_MESSAGES)[0] if hasattr(locale, "LC_MESSAGES") else None
    ) or (locale.getlocale()[0] or "")
    return "ja" if name.lower().startswith(("ja", "japan")) else "en"
