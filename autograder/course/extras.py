"""What an extra of the package brings along, as a command that installs it."""

from __future__ import annotations

import re
from importlib.metadata import requires

EXTRA = re.compile(r"""\s*;\s*extra == ["'](?P<extra>[\w-]+)["']\s*$""")


def installing(extra: str) -> str:
    """Return the command that installs what an extra needs, wherever the package came from."""
    wanted = []
    for requirement in requires("kobai") or ():
        found = EXTRA.search(requirement)
        if found and found["extra"] == extra:
            wanted.append(f'"{EXTRA.sub("", requirement)}"')
    return " ".join(["python -m pip install", *wanted])
