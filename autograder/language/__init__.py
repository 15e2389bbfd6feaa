"""Texts in any number of languages."""

from autograder.language.catalogues import (
    CATALOGUES,
    DOMAIN,
    SOURCE,
    Language,
    add_catalogues,
    languages,
    preferred,
)
from autograder.language.errors import UserError
from autograder.language.text import NOTHING, Text, _, joined, listed, plain

__all__ = [
    "CATALOGUES",
    "DOMAIN",
    "NOTHING",
    "SOURCE",
    "Language",
    "Text",
    "UserError",
    "_",
    "add_catalogues",
    "joined",
    "languages",
    "listed",
    "plain",
    "preferred",
]
