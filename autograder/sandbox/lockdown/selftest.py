"""The self-test: a locked-down worker tries what it must not be able to do, before any student."""

from __future__ import annotations

import errno
import os
import resource
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from autograder.sandbox.lockdown import kernel, runtime
from autograder.sandbox.lockdown.layers import WIRE, Lockdown
from autograder.sandbox.lockdown.resource_limits import Bounds, resources

# Calls with arguments that no kernel takes: unfiltered they fail with another error than EPERM
# and change nothing; under the filter they never get as far as their arguments.
_NONSENSE = -1
_AT_FDCWD = -100
_O_TMPFILE = 0o20200000
_CHECKS = [str(runtime.CLOSED / "__init__.py")]
FORBIDDEN: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    ("start a process", "clone", (0x800,)),
    ("start a process", "clone3", (0, 0)),
    ("run a program", "execve", (_NONSENSE, 0, 0)),
    ("run a program", "execveat", (_AT_FDCWD, _NONSENSE, 0, 0, 0)),
    ("open a file to write", "openat", (_AT_FDCWD, 0, os.O_WRONLY)),
    ("create a file", "openat", (_AT_FDCWD, 0, os.O_CREAT, 0o600)),
    ("create a nameless file", "openat", (_AT_FDCWD, 0, _O_TMPFILE | os.O_RDWR, 0o600)),
    ("open a file to write", "openat2", (_AT_FDCWD, 0, 0, 0)),
    ("create a file in memory", "memfd_create", (0, 0)),
    ("open a socket", "socket", (_NONSENSE, _NONSENSE, 0)),
    ("open a socket", "socketpair", (_NONSENSE, 0, 0, 0)),
    ("send a descriptor", "sendmsg", (WIRE, 0, 0)),
    ("send a signal", "kill", (2**30, 0)),
    ("send a signal", "tgkill", (_NONSENSE, _NONSENSE, 0)),
    ("send a signal", "pidfd_send_signal", (_NONSENSE, 0, 0, 0)),
    ("trace a process", "ptrace", (_NONSENSE, 2**30, 0, 0)),
    ("read another process", "process_vm_readv", (_NONSENSE, 0, 0, 0, 0, 1)),
    ("make a namespace", "unshare", (0x1,)),
    ("use io_uring", "io_uring_setup", (0, 0)),
    ("load a kernel program", "bpf", (_NONSENSE, 0, 0)),
    ("use a keyring", "keyctl", (_NONSENSE, 0, 0, 0, 0)),
    ("use shared memory", "shmget", (_NONSENSE, 0, 0)),
    ("use a message queue", "msgget", (_NONSENSE, 0)),
    ("change the mode of a file", "fchmodat", (_AT_FDCWD, 0, 0)),
    ("change the times of a file", "utimensat", (_AT_FDCWD, _NONSENSE, 0, 0)),
    ("lock a file", "flock", (_NONSENSE, 0)),
    ("change a shared descriptor", "fcntl", (_NONSENSE, 4, 0)),
    ("write and run memory", "mmap", (0, 0, 0x7, 0x22, _NONSENSE, 0)),
)


@dataclass(frozen=True)
class Hole:
    """Something that a worker could do and must not.

    Attributes:
        layer: the layer that should have stopped it; "files" and "names" (that a file exists) are
            stopped by several, and "runtime" is the one thing that must be possible.
        deed: what the worker could do.
    """

    layer: str
    deed: str


def self_test(lockdown: Lockdown, bounds: Bounds, secrets: Sequence[str]) -> tuple[Hole, ...]:
    """Try everything that is forbidden; give what was possible, which must be nothing.

    Args:
        lockdown: what this process entered.
        bounds: the limits that it entered with.
        secrets: files and folders that nobody but the grader may read or know of.
    """
    return (
        *(Hole("limits", deed) for deed in _unbounded(bounds)),
        *(Hole("privileges", deed) for deed in _privileged(lockdown)),
        *(Hole("landlock", f"read {path}") for path in _opened(["/", *_CHECKS])),
        *(Hole("files", f"read {path}") for path in _opened(secrets)),
        *(Hole("names", f"see that {path} exists") for path in _seen(secrets)),
        *(Hole("seccomp", deed) for deed in _unfiltered(lockdown.machine)),
        *(Hole("runtime", f"not read {path}") for path in _unread([os.__file__])),
        *(Hole("descriptors", f"use descriptor {number}") for number in _left_open(bounds)),
    )


def _unbounded(bounds: Bounds) -> Iterator[str]:
    """Name the resources whose hard limit is above what was asked for."""
    names = {value: name for name, value in vars(resource).items() if name.startswith("RLIMIT_")}
    # What was mapped when the limit was set is not known here: half as much again is no hole.
    room = bounds.memory * 3 // 2 + 8 * 2**30
    for kind, (_, most) in resources(bounds, room - bounds.memory).items():
        hard = resource.getrlimit(kind)[1]
        if hard == resource.RLIM_INFINITY or hard > most:
            yield f"use {names[kind]} without bound"


def _privileged(lockdown: Lockdown) -> Iterator[str]:
    """Name the privileges that were kept."""
    prctl = lockdown.machine.calls["prctl"]
    if 0 in (os.geteuid(), os.getuid(), os.getegid()):
        yield "act as root"
    if kernel.attempt(prctl, kernel.PR_GET_NO_NEW_PRIVS)[0] != 1:
        yield "gain privileges"
    if kernel.attempt(prctl, kernel.PR_GET_DUMPABLE)[0] != 0:
        yield "be traced"


def _opened(paths: Iterable[str]) -> Iterator[str]:
    """Return the paths that can be opened."""
    for path in paths:
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        except OSError:
            continue
        os.close(descriptor)
        yield path


def _unread(paths: Iterable[str]) -> Iterator[str]:
    """Return the paths that must be readable and are not: modules could not be imported."""
    for path in paths:
        if not os.access(path, os.R_OK):
            yield path


def _seen(paths: Iterable[str]) -> Iterator[str]:
    """Return the paths that show: files that can be seen, folders that can be entered."""
    for path in paths:
        try:
            os.lstat(f"{path}/.")
        except NotADirectoryError:
            yield path
        except OSError:
            continue
        else:
            yield path


def _unfiltered(machine: kernel.Machine) -> Iterator[str]:
    """Name the deeds whose system call the filter lets through."""
    for deed, name, arguments in FORBIDDEN:
        result, code = kernel.attempt(machine.calls[name], *arguments)
        if result != -1 or code != errno.EPERM:
            yield deed


def _left_open(bounds: Bounds) -> Iterator[int]:
    """Return the descriptors that are open beyond the wire."""
    for number in range(WIRE + 1, bounds.descriptors):
        try:
            os.fstat(number)
        except OSError:
            continue
        yield number
