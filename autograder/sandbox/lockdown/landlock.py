"""Landlock: which files a process may still read, and nothing that it may write or reach."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import struct
from collections.abc import Iterable
from pathlib import Path

from autograder.sandbox.lockdown import kernel

_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_RULE_PATH_BENEATH = 1
_LOG_OFF = 1 << 0  # students' denied opens would fill the audit log (kernel 6.15 and later)

# What each version of the interface can take away: rights on files, TCP, and scopes
# (abstract sockets, signals). Tried from the newest: some kernels overstate their version.
_VERSIONS = (
    ((1 << 16) - 1, 3, 3),
    ((1 << 16) - 1, 3, 0),
    ((1 << 15) - 1, 3, 0),
    ((1 << 15) - 1, 0, 0),
    ((1 << 14) - 1, 0, 0),
    ((1 << 13) - 1, 0, 0),
)


class Ruleset:
    """A set of folders that may be read, ready to be forced on processes; holds a descriptor."""

    def __init__(
        self, machine: kernel.Machine, readable: Iterable[Path], listed: Iterable[Path] = ()
    ) -> None:
        """Build the set once; folders that do not exist are left out.

        Args:
            machine: whose system calls are used.
            readable: files and folders, with all below them.
            listed: folders of which the names may be read, with all below them.

        Raises:
            OSError: the kernel has no Landlock, or it is switched off.
        """
        self._calls = machine.calls
        self._descriptor = self._create()
        for path in readable:
            self._allow(path, _READ_FILE | _READ_DIR if path.is_dir() else _READ_FILE)
        for path in listed:
            self._allow(path, _READ_DIR)

    def _create(self) -> int:
        for files, tcp, scopes in _VERSIONS:
            attributes = struct.pack("QQQ", files, tcp, scopes)
            # An older kernel takes a longer structure as long as what it does not know is zero.
            buffer = ctypes.create_string_buffer(attributes, len(attributes))
            result, code = kernel.attempt(
                self._calls["landlock_create_ruleset"], ctypes.addressof(buffer), len(attributes)
            )
            if result >= 0:
                return _out_of_the_way(result)
            if code not in (errno.EINVAL, errno.E2BIG):
                raise OSError(code, os.strerror(code))
        raise OSError(errno.EOPNOTSUPP, "no version of Landlock that we know")

    def _allow(self, path: Path, rights: int) -> None:
        try:
            descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            return
        try:
            rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, descriptor))
            address = ctypes.addressof(rule)
            kernel.call(
                self._calls["landlock_add_rule"], self._descriptor, _RULE_PATH_BENEATH, address
            )
        finally:
            os.close(descriptor)

    def enforce(self) -> None:
        """Put this process under the rules for good; it needs ``no_new_privs``.

        Raises:
            OSError: the kernel refused.
        """
        number = self._calls["landlock_restrict_self"]
        result, code = kernel.attempt(number, self._descriptor, _LOG_OFF)
        if result == -1 and code == errno.EINVAL:
            kernel.call(number, self._descriptor, 0)
        elif result == -1:
            raise OSError(code, os.strerror(code))

    def close(self) -> None:
        """Let go of the descriptor; processes under the rules stay under them."""
        os.close(self._descriptor)


def _out_of_the_way(descriptor: int) -> int:
    """Move a descriptor off the low numbers, which a worker gives to its wire."""
    try:
        return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 16)
    finally:
        os.close(descriptor)
