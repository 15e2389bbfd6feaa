"""The layers of a machine as terminal text: what `autograder doctor` prints."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from autograder.language import Language, _
from autograder.sandbox.trusted.doctor import Diagnosis

WORKS, MISSING = _("works"), _("missing")
TAKES_AWAY = {
    "limits": _("memory, processor time, open files and processes are bounded"),
    "privileges": _("no way to gain rights"),
    "landlock": _("no file can be read but Python's own"),
    "seccomp": _("no system call but those for computing"),
    "own-uid": _("a user id of its own for every worker"),
    "bubblewrap": _("other files and processes cannot even be seen"),
}
READY = _("Strangers' code can be graded here, behind: {layers}.")


def layers(diagnosis: Diagnosis, language: Language = "en") -> str:
    """Return a line for each layer, and whether strangers' code can be graded."""
    return "\n".join(_lines(diagnosis, language)) + "\n"


def _lines(diagnosis: Diagnosis, language: Language) -> Iterator[str]:
    width = max(cell_len(word.to(language)) for word in (WORKS, MISSING))
    for layer in diagnosis.layers:
        word = (WORKS if layer.works else MISSING).to(language)
        reason = f" ({layer.reason})" if layer.reason else ""
        yield (
            f"{word}{' ' * (width - cell_len(word))}  {layer.name:<10}  "
            f"{TAKES_AWAY[layer.name].to(language)}{reason}"
        )
    if diagnosis.refusal is not None:
        yield diagnosis.refusal.to(language)
    else:
        yield READY.format(layers=", ".join(diagnosis.in_force)).to(language)
