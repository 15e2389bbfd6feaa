"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

BINARY = getattr(os, "O_BINARY", 0)


def write(path: Path, content: bytes | str) -> None:
    """Put content in place of a file in one step: a reader sees the old one or the new one.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    data = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:40]}.{secrets.token_hex(6)}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY
    try:
        with os.fdopen(os.open(temporary, flags, 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
