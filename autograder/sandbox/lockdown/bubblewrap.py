"""One bubblewrap round the whole zygote: a file system that shows Python and nothing else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from autograder.sandbox.lockdown import runtime

CACHE = Path("/tmp/matplotlib")  # inside the namespace, in memory
# A /proc of the new namespace where the kernel allows it, else the one that is there: workers
# can read neither, the zygote needs one to learn its own size.
_OWN_PROC = ("--proc", "/proc")
_THE_PROC = ("--ro-bind", "/proc", "/proc")
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")


def commands(font_list: Path | None) -> tuple[list[str], ...]:
    """Return the ways to start a program in a namespace of its own, the best first.

    Empty where bubblewrap is not installed.

    Args:
        font_list: matplotlib's list of fonts, to be shown at CACHE, or None to build one there.
    """
    program = shutil.which("bwrap")
    if program is None:
        return ()
    return tuple(
        [program, *_namespaces(), *_files(font_list), *proc] for proc in (_OWN_PROC, _THE_PROC)
    )


def _namespaces() -> list[str]:
    """Return the options for namespaces, and for what root keeps to give ids to workers."""
    every = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"]
    every += ["--unshare-cgroup-try", "--hostname", "worker", "--die-with-parent"]
    if os.geteuid() != 0:
        return ["--unshare-user", *every]
    # Root needs no user namespace, which would map one id alone and leave none for the workers.
    return [*every, *_kept(("CAP_SETUID", "CAP_SETGID", "CAP_KILL"))]


def _kept(capabilities: Sequence[str]) -> list[str]:
    return [word for capability in capabilities for word in ("--cap-add", capability)]


def _files(font_list: Path | None) -> list[str]:
    """Return the options for what can be seen: read-only binds, links, devices, an empty /tmp."""
    words = ["--tmpfs", "/tmp", "--dir", str(CACHE)]
    paths = [path for path in runtime.shown() if not path.is_relative_to("/dev")]
    targets = [path.resolve() for path in paths]
    # Folders on the way are closed to other users unless we make them, and workers are others.
    for folder in sorted({folder for path in (*paths, *targets) for folder in path.parents}):
        if folder != Path("/") and not folder.is_symlink():
            words += ["--perms", "0755", "--dir", str(folder)]
    for path in paths:
        if path.is_symlink():
            words += _link(path)
        else:
            words += ["--ro-bind", str(path), str(path)]
    if runtime.CLOSED.is_dir():
        words += ["--tmpfs", str(runtime.CLOSED), "--remount-ro", str(runtime.CLOSED)]
    for device in _DEVICES:
        words += ["--dev-bind", device, device]
    if font_list is not None:
        words += ["--ro-bind", str(font_list), str(CACHE / font_list.name)]
    return [*words, "--chdir", "/"]


def _link(path: Path) -> list[str]:
    """Return the options for a link, such as /lib or a virtual environment's python."""
    target = path.resolve()
    return ["--symlink", str(path.readlink()), str(path), "--ro-bind-try", str(target), str(target)]
