"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
from pathlib import Path

BINARY = getattr(os, "O_BINARY", 0)
# Names that Windows keeps for devices, with or without an ending.
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
DEVICES = re.compile(r"^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.I)
# In bytes; file systems take 255, and an ending is still to come.
LONGEST_NAME = 200


def write(path: Path, content: bytes | str, *, durable: bool = True, mode: int = 0o600) -> None:
    """Put content in place of a file in one step: a reader sees the old one or the new one.

    Args:
        path: of the file; folders above it are made, for their owner alone.
        content: all of it.
        durable: whether it has to survive a loss of power; what can be made again has not.
        mode: who may read and write it; most of what is written holds marks.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    data = content.encode() if isinstance(content, str) else content
    make(path.parent)
    temporary = path.with_name(f".{path.name[:40]}.{secrets.token_hex(6)}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY
    try:
        with os.fdopen(os.open(temporary, flags, mode), "wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        temporary.replace(path)
        if durable:
            _settle(path.parent)
    except OSError as fault:
        if fault.filename is not None:
            raise
        # A full disk does not say of itself which file it had no room for.
        raise OSError(fault.errno, fault.strerror, str(path)) from fault
    finally:
        temporary.unlink(missing_ok=True)


def make(folder: Path) -> None:
    """Make a folder, and those above it, which only their owner may look into.

    Raises:
        OSError: it cannot be made.
    """
    if not folder.is_dir():
        make(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def _settle(folder: Path) -> None:
    """Let a new name survive a loss of power, where the system can promise that for a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno != errno.EINVAL:  # a file system that does not know how
            raise
    finally:
        os.close(descriptor)
