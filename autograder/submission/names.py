"""Which exercise a file is meant for, however its name was changed on the way."""

from __future__ import annotations

import difflib
import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.language import NOTHING, Text, _

# From the rightmost wrong ending to the right one.
ENDINGS = {
    ".py": (".py", ".py.txt", ".py.py", ".pyw", ".py3", ".python"),
    ".ipynb": (".ipynb", ".ipynb.txt", ".ipynb.json", ".json"),
    "": (".txt", ""),
}
DOCUMENTS = {
    *(".doc", ".docx", ".gdoc", ".htm", ".html", ".jpeg", ".jpg", ".md", ".odt", ".pdf", ".png"),
    *(".pyc", ".rar", ".rtf", ".7z", ".heic", ".pages", ".tex", ".gz", ".tgz", ".tar"),
}
# What browsers, Windows, macOS, Drive and Canvas add to a second copy of a file.
COPY = re.compile(
    r"(?:(?<![ _])[ _]{0,3}[(（](\d{1,3})[)）]|-(\d{1,3})|[ _]copy(?:[ _]?(\d{1,3}))?"
    r"|(?<![ _])[ _]{0,3}-[ _]{0,3}(?:copy|コピー)|のコピー)$",
    re.IGNORECASE,
)
COPY_BEFORE = re.compile(r"^(?:copy of |コピー ?[~〜～] ?)", re.IGNORECASE)
# No file system takes a longer one; what comes in an archive may.
LONGEST = 255
OLD_WORDS = {"checkpoint", "old", "backup", "bak", "original", "orig", "古い", "旧"}
NOT_ANSWERS = {"test", "tests", "check", "checks", "conftest"}
SEPARATORS = re.compile(r"[\W_]+")
# One or two letters in ten or more; a different word is further away.
ALIKE = 0.88
MOST_WORDS = 12
# An exercise, and what a name says before and after it.
Around = tuple[str, str, str]


@dataclass(frozen=True)
class Match:
    """What a file name says.

    Attributes:
        exercise: the stem that it is meant for.
        ending: ".py", ".ipynb", "" where only the content can tell, or that of a document.
        rank: 3 the very name, 2 the same letters, 1 with more words, 0 misspelt.
        number: of the copy; 0 for the first.
        is_old: the name says that there is a better one.
        rest: what the name says beside the exercise; a student's name, perhaps.
        note: how the name differs, or nothing.
    """

    exercise: str
    ending: str
    rank: int
    number: int = 0
    is_old: bool = False
    rest: str = ""
    note: Text = NOTHING

    @property
    def is_document(self) -> bool:
        """Whether the file cannot hold a program."""
        return self.ending in DOCUMENTS


def match(name: str, exercises: Sequence[str]) -> Match | None:
    """Find the exercise that a file name is meant for, if there is exactly one."""
    if len(name) > LONGEST:
        return None
    wanted = unicodedata.normalize("NFKC", name)[:LONGEST]
    ending, stem = _split(wanted)
    if ending is None:
        return None
    for exercise in exercises:
        if name in (f"{exercise}.py", f"{exercise}.ipynb"):
            return Match(exercise, ending, rank=3)
    plain, number = _without_copy(stem)
    found = _same_letters(plain, exercises) or _with_words(plain, exercises)
    rank = (1 if "".join(found[1:]) else 2) if found else 0
    found = found or _misspelt(plain, exercises)
    if not found:
        return None
    exercise, *around = found
    words = {word for text in around for word in SEPARATORS.split(text.casefold()) if word}
    if words & NOT_ANSWERS:
        return None
    rest = next((text.strip(" _-.・") for text in around if any(map(str.isalpha, text))), "")
    right = f"{exercise}{ending if ending in ENDINGS and ending else '.py'}"
    note = (
        _("The file is called {name}: did you mean {right}? It was graded as {exercise}.")
        if rank == 0
        else _("The file is called {name}; it was graded as {exercise}. Call it {right}.")
    ).format(name=shown(name), right=right, exercise=exercise)
    return Match(exercise, ending, rank, number, bool(words & OLD_WORDS), rest, note)


def near(name: str, exercises: Sequence[str]) -> str | None:
    """Return the exercise whose name is a little like a file's, to ask about it."""
    stem = name[:LONGEST].split(".")[0].casefold()
    close = difflib.get_close_matches(stem, list(exercises), n=1, cutoff=0.6)
    return close[0] if close else None


def shown(name: str, most: int = 80) -> str:
    """Return a stranger's name fit to be shown: one line, nothing hidden, not too long."""
    visible = "".join(
        c if _is_visible(c) else "\N{REPLACEMENT CHARACTER}" for c in name[: most + 1]
    )
    return visible if len(visible) <= most else visible[: most - 1] + "…"


def _is_visible(character: str) -> bool:
    return not unicodedata.category(character).startswith("C") and character not in "\u2028\u2029"


def _split(name: str) -> tuple[str | None, str]:
    """Return the ending that was meant and the stem; the ending is None where it is not known."""
    lowered = name.lower()
    spellings = [
        (spelling, ending) for ending, group in ENDINGS.items() for spelling in group if spelling
    ]
    for spelling, ending in sorted(spellings, key=lambda pair: -len(pair[0])):
        if lowered.endswith(spelling):
            return ending, name[: -len(spelling)]
    stem, dot, last = name.rpartition(".")
    if not dot:
        return "", name
    suffix = f".{last.lower()}"
    return (suffix if suffix in DOCUMENTS else None), stem


def _without_copy(stem: str) -> tuple[str, int]:
    """Take off what marks a copy; give its number."""
    stem = COPY_BEFORE.sub("", stem.strip())
    number = 0
    while found := COPY.search(stem, max(0, len(stem) - 20)):
        digits = next((group for group in found.groups() if group), None)
        number = max(number, int(digits) if digits else 1)
        stem = stem[: found.start()]
    return stem.strip(), number


def _letters(text: str) -> str:
    return SEPARATORS.sub("", text.casefold())


def _same_letters(stem: str, exercises: Sequence[str]) -> Around | None:
    letters = _letters(stem)
    return next(((name, "", "") for name in exercises if _letters(name) == letters), None)


def _with_words(stem: str, exercises: Sequence[str]) -> Around | None:
    """Find the one exercise whose name stands within the stem."""
    found = []
    for exercise in exercises:
        pattern = r"[\W_]*".join(re.escape(word) for word in exercise.split("_"))
        hit = re.search(pattern, stem, re.IGNORECASE)
        if hit:
            found.append((exercise, stem[: hit.start()], stem[hit.end() :]))
    return found[0] if len(found) == 1 else None


def _misspelt(stem: str, exercises: Sequence[str]) -> Around | None:
    """Find the exercise that a run of the stem's words nearly spells, if there is one only."""
    words = [word for word in SEPARATORS.split(stem)[:MOST_WORDS] if word]
    found: dict[str, tuple[float, Around]] = {}
    for start, end in itertools.combinations(range(len(words) + 1), 2):
        run = "".join(words[start:end]).casefold()
        for exercise in exercises:
            likeness = difflib.SequenceMatcher(None, run, _letters(exercise)).ratio()
            if likeness >= max(ALIKE, found.get(exercise, (0.0,))[0]):
                around = (exercise, " ".join(words[:start]), " ".join(words[end:]))
                found[exercise] = (likeness, around)
    return next(iter(found.values()))[1] if len(found) == 1 else None
