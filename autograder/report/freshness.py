"""Whether the pages still show what the verdicts say, so that nobody draws them again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from autograder.gradebook import people, roster
from autograder.language import Language
from autograder.verdict import files
from autograder.verdict.results import Results

NAME = ".rendered"
PROGRAM = Path(__file__).parents[1]
ENDINGS = frozenset({".py", ".html", ".css", ".js", ".mo"})


@dataclass(frozen=True)
class Rendering:
    """The pages of a results folder, and what they depend on.

    Attributes:
        results: the folder.
        language: which the pages open in.
        points: of every exercise, in their order.
        site: the address of the course site.
    """

    results: Results
    language: Language
    points: Mapping[str, float]
    site: str = ""

    @property
    def is_fresh(self) -> bool:
        """Whether nothing that is shown, and no page, has been touched since the last rendering."""
        place = self.results.folder / NAME
        return place.exists() and place.read_text(encoding="utf-8") == self._stamp()

    def note(self) -> None:
        """Take note of how everything is now: it has just been rendered."""
        files.write(self.results.folder / NAME, self._stamp())

    def _stamp(self) -> str:
        digest = hashlib.sha256()
        for part in self._parts():
            digest.update(len(part).to_bytes(8, "big") + part)
        return digest.hexdigest()

    def _parts(self) -> Iterator[bytes]:
        """Return what the pages depend on, and when each file of the results was written."""
        folder = self.results.folder
        yield json.dumps([self.language, dict(self.points), self.site]).encode()
        for path in (
            folder / roster.NAME,
            self.results.run,
            self.results.adjustments,
            folder / people.NAME,
        ):
            yield path.read_bytes() if path.exists() else b""
        for path in sorted(PROGRAM.rglob("*")):
            if path.suffix in ENDINGS:
                yield path.read_bytes()
        pages = (folder.glob(name) for name in ("index.html", "gradebook.csv", "feedback/*.html"))
        for path in sorted(chain(*pages, self.results.verdict_files)):
            seen = path.stat()
            yield f"{path}\0{seen.st_size}\0{seen.st_mtime_ns}\0{seen.st_ctime_ns}".encode()
