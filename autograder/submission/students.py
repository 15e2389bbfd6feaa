"""Names of students that are safe as names of files, each whoever else is there."""

from __future__ import annotations

import re
import unicodedata

from autograder.language import Text, _
from autograder.submission.names import shown
from autograder.verdict import files

# Not allowed in a file name on Windows, or with a meaning in a path somewhere.
LONGEST = 1_000
RESERVED = re.compile(r'[<>:"/\\|?*]')


def safe(name: str) -> str:
    """Return a name with nothing in it that could lead astray; the same for a safe one."""
    name = unicodedata.normalize("NFC", name[:LONGEST])
    # Marks that join or order letters (Cf) hide in a name; a lone surrogate (Cs) cannot be written.
    name = "".join(
        "_" if unicodedata.category(c)[0] == "C" or c in "\u2028\u2029" else c for c in name
    )
    name = RESERVED.sub("_", name).strip().rstrip(".").strip()
    name = name.encode()[: files.LONGEST_NAME].decode(errors="ignore")
    if name.startswith(".") or not name:
        name = f"_{name.lstrip('.')}"
    return f"_{name}" if files.DEVICES.match(name) else name


def note(name: str) -> tuple[Text, ...]:
    """Return why the results call a student by another name than the place does, if they do."""
    chosen = safe(name)
    if chosen == unicodedata.normalize("NFC", name):
        return ()
    return (
        _(
            "The name {name} is not safe as the name of a file; the results call it {chosen}."
        ).format(name=shown(name), chosen=chosen),
    )
