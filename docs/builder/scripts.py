"""`python -m docs.builder.scripts` lints and type-checks what the site runs in a browser."""

from __future__ import annotations

import sys

from docs.builder import node
from docs.builder.paths import BuildError


def main() -> int:
    """Install the tools, run them, and return the exit status."""
    try:
        node.install()
        node.npm("run", "--silent", "check")
    except BuildError as error:
        print(f"scripts: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
