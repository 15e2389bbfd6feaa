"""Names of students that are safe as names of files, and different from each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from autograder.language import NOTHING, Text, _
from autograder.submission.names import shown
from autograder.verdict import files

# Not allowed in a file name on Windows, or with a meaning in a path somewhere.
RESERVED = re.compile(r'[<>:"/\\|?*]')


def safe(name: str) -> str:
    """Give a name with nothing in it that could lead astray; the same for a safe one."""
    name = unicodedata.normalize("NFC", name)
    # Marks that join or order letters (Cf) hide in a name; a lone surrogate (Cs) cannot be written.
    name = "".join(
        "_" if unicodedata.category(c)[0] == "C" or c in "\u2028\u2029" else c for c in name
    )
    name = RESERVED.sub("_", name).strip().rstrip(".").strip()
    while len(name.encode()) > files.LONGEST_NAME:
        name = name[:-1]
    if name.startswith(".") or not name:
        name = f"_{name.lstrip('.')}"
    return f"_{name}" if files.DEVICES.match(name) else name


@dataclass(frozen=True)
class Register:
    """The students of a class: what each is called in the results, and why when it differs."""

    ids: dict[str, str] = field(default_factory=dict)
    notes: dict[str, Text] = field(default_factory=dict)


def register(names: Iterable[str]) -> Register:
    """Give every name an id; two that differ only in case or Unicode form get different ones."""
    ids: dict[str, str] = {}
    notes: dict[str, Text] = {}
    taken: set[str] = set()
    # Names that are safe as they are keep their id, whoever else would be made to look like them.
    for name in sorted(set(names), key=lambda name: (safe(name) != name, name)):
        wanted = chosen = safe(name)
        number = 1
        while _folded(chosen) in taken:
            number += 1
            chosen = f"{wanted} ({number})"
        if chosen != wanted:
            notes[name] = _(
                "Someone else's name differs from {name} only in letter case or in the form of its"
                " Unicode; the results call this one {chosen}."
            ).format(name=shown(name), chosen=chosen)
        elif chosen != unicodedata.normalize("NFC", name):
            notes[name] = _(
                "The name {name} is not safe as the name of a file; the results call it {chosen}."
            ).format(name=shown(name), chosen=chosen)
        taken.add(_folded(chosen))
        ids[name] = chosen
    return Register(ids, notes)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def note(book: Register, name: str) -> tuple[Text, ...]:
    """Give the note about a name, if there is one."""
    text = book.notes.get(name, NOTHING)
    return (text,) if text else ()
