"""Open a stranger's file without being led astray: no links, no devices, no surprises in size."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from autograder.language import Text, UserError, _

NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
NON_BLOCKING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
BINARY = getattr(os, "O_BINARY", 0)
FOLDER = getattr(os, "O_DIRECTORY", 0)
RELATIVE = os.open in os.supports_dir_fd and os.stat in os.supports_dir_fd


class RefusedError(UserError):
    """A file that we do not read; ``text`` says why, in a student's words."""


def content(path: Path, root: Path, limit: int, *, linked: bool = False) -> bytes:
    """Return the bytes of a file below root, reached without following any link.

    Args:
        path: the file.
        root: below which no link is followed.
        limit: how many bytes it may have.
        linked: whether a second name (a hard link) is the instructor's own doing.

    Raises:
        RefusedError: it is no regular file with one name, too large, or unreadable.
    """
    parts = path.relative_to(root).parts
    try:
        descriptor = (_open_below if RELATIVE else _open_checked)(root, parts, linked)
        with open(descriptor, "rb") as file:  # noqa: PTH123 (a descriptor, not a path)
            _require_regular(os.fstat(descriptor), limit, linked)
            data = file.read(limit + 1)
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        raise RefusedError(
            _("The file could not be read: {reason}.").format(reason=reason)
        ) from fault
    if len(data) > limit:
        raise RefusedError(too_large(len(data), limit))
    return data


def _open_below(root: Path, parts: tuple[str, ...], linked: bool) -> int:
    """Open step by step, each relative to the last, so that no step can be swapped for a link."""
    folder = os.open(root, os.O_RDONLY | FOLDER)
    try:
        for part in parts[:-1]:
            _refuse_link(os.stat(part, dir_fd=folder, follow_symlinks=False))
            below = os.open(part, os.O_RDONLY | FOLDER | NO_FOLLOW, dir_fd=folder)
            os.close(folder)
            folder = below
        # A look before the door is opened: opening a device can already do something.
        _require_regular(os.stat(parts[-1], dir_fd=folder, follow_symlinks=False), None, linked)
        return os.open(parts[-1], os.O_RDONLY | NO_FOLLOW | NON_BLOCKING, dir_fd=folder)
    finally:
        with suppress(OSError):
            os.close(folder)


def _open_checked(root: Path, parts: tuple[str, ...], linked: bool) -> int:
    """Open where the system cannot open relative to a folder (Windows): look at each step first."""
    step = root
    for part in parts[:-1]:
        step = step / part
        _refuse_link(step.lstat())
    seen = (step / parts[-1]).lstat()
    _require_regular(seen, None, linked)
    descriptor = os.open(step / parts[-1], os.O_RDONLY | BINARY)
    if not os.path.samestat(seen, os.fstat(descriptor)):
        os.close(descriptor)
        raise RefusedError(_("The file changed while it was being read."))
    return descriptor


def _refuse_link(status: os.stat_result) -> None:
    is_junction = getattr(status, "st_reparse_tag", 0) != 0
    if stat.S_ISLNK(status.st_mode) or is_junction:
        raise RefusedError(
            _("It is a link to another file, and links are not followed. Hand in the file itself.")
        )


def _require_regular(status: os.stat_result, limit: int | None, linked: bool) -> None:
    _refuse_link(status)
    if stat.S_ISDIR(status.st_mode):
        raise RefusedError(_("It is a folder. Hand in the file itself."))
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError(
            _("It is a device, a pipe or a socket and no ordinary file. Hand in the file itself.")
        )
    if status.st_nlink > 1 and not linked:
        raise RefusedError(
            _("The file has a second name somewhere else (a hard link). Hand in a copy of it.")
        )
    if limit is not None and status.st_size > limit:
        raise RefusedError(too_large(status.st_size, limit))


def too_large(size: int, limit: int) -> Text:
    """Say how large a file is, and how large it may be."""
    return _(
        "The file is too large: {size:.1f} MB, and at most {limit:.0f} MB are read. Hand in only"
        " your program, without data."
    ).format(size=size / 2**20, limit=limit / 2**20)
