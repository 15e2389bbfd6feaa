"""The system calls that a worker may make, as a seccomp filter: an allow list, all else is EPERM.

What the list leaves room for is reading files, memory, time and its wire; Landlock or a mount
namespace says which files. W^X holds as well: no memory is ever both writable and executable.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import mmap
import os
import struct
import termios
from dataclasses import dataclass

from autograder.sandbox.lockdown import kernel

_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000 | errno.EPERM
_MODE_FILTER = 1

_FREE = (
    # the wire, and files that were opened
    *("read", "readv", "pread64", "write", "writev", "recvfrom", "close", "close_range"),
    *("lseek", "fstat", "dup", "dup2", "dup3", "poll", "ppoll", "select", "pselect6"),
    # which files there are
    *("stat", "lstat", "newfstatat", "statx", "access", "faccessat", "faccessat2"),
    *("readlink", "readlinkat", "getcwd", "getdents64"),
    # memory
    *("brk", "munmap", "mremap", "madvise"),
    # time
    *("nanosleep", "clock_nanosleep", "clock_gettime", "clock_getres", "gettimeofday", "time"),
    *("times", "getrusage", "alarm", "setitimer", "getitimer"),
    # itself
    *("getpid", "getppid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getgroups"),
    *("getresuid", "getresgid", "getpgrp", "getpgid", "getsid", "getrlimit", "uname", "sysinfo"),
    *("sched_getaffinity", "sched_yield", "getcpu", "getrandom"),
    *("rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall"),
    *("set_robust_list", "rseq", "exit", "exit_group"),
)

_O_PATH, _O_TMPFILE = 0o10000000, 0o20000000
_WRITING = os.O_ACCMODE | os.O_CREAT | os.O_TRUNC | os.O_APPEND | _O_PATH | _O_TMPFILE
_FUTEX_FLAGS = 128 | 256  # private, realtime: how, not what
_WORD = 0xFFFFFFFF
_LONG = 0xFFFFFFFFFFFFFFFF


@dataclass(frozen=True)
class Condition:
    """One claim about an argument: masked, it is (or is not) one of these values.

    The high word is looked at only where the mask reaches it.
    """

    argument: int
    mask: int
    values: tuple[int, ...]
    holds: bool = True


_ON_CONDITION: dict[str, tuple[Condition, ...]] = {
    "open": (Condition(1, _WRITING, (0,)),),
    "openat": (Condition(2, _WRITING, (0,)),),
    "mmap": (
        Condition(
            2, mmap.PROT_WRITE | mmap.PROT_EXEC, (mmap.PROT_WRITE | mmap.PROT_EXEC,), holds=False
        ),
    ),
    "mprotect": (Condition(2, mmap.PROT_EXEC, (0,)),),
    # A stream that is connected needs no address; one that is given goes elsewhere.
    "sendto": (Condition(4, _LONG, (0,)),),
    "ioctl": (Condition(1, _WORD, (termios.TCGETS, termios.FIOCLEX, termios.FIONCLEX)),),
    # F_SETFL, F_SETPIPE_SZ, locks, leases and owners reach others who share the description.
    "fcntl": (
        Condition(
            1,
            _WORD,
            (fcntl.F_GETFD, fcntl.F_SETFD, fcntl.F_GETFL, fcntl.F_DUPFD, fcntl.F_DUPFD_CLOEXEC),
        ),
    ),
    "futex": (Condition(1, _WORD & ~_FUTEX_FLAGS, (0, 1, 9, 10)),),  # wait and wake, no requeue
    "prlimit64": (Condition(0, _WORD, (0,)), Condition(2, _LONG, (0,))),  # its own, to read
    "prctl": (
        Condition(
            0,
            _WORD,
            (kernel.PR_GET_DUMPABLE, kernel.PR_GET_SECCOMP, kernel.PR_GET_NO_NEW_PRIVS),
        ),
    ),
}

Instruction = tuple[int, int, int, int]
_LOAD, _AND, _EQUAL, _AT_LEAST, _JUMP, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x05, 0x06


def compile_filter(machine: kernel.Machine) -> bytes:
    """Return the BPF program for a machine.

    System calls are found by bisection, so that the kernel, which runs a new filter once for
    every number it knows, has little to do when a worker installs it.
    """
    actions: dict[int, list[Instruction]] = {}
    for name in _FREE:
        if name in machine.calls:
            actions[machine.calls[name]] = [(_RETURN, 0, 0, _ALLOW)]
    for name, conditions in _ON_CONDITION.items():
        if name in machine.calls:
            actions[machine.calls[name]] = _conditional(conditions)
    program = [
        (_LOAD, 0, 0, 4),
        (_EQUAL, 1, 0, machine.audit),
        (_RETURN, 0, 0, _REFUSE),
        (_LOAD, 0, 0, 0),
        *_bisected(_segments(actions)),
    ]
    return b"".join(struct.pack("HBBI", *instruction) for instruction in program)


def _segments(actions: dict[int, list[Instruction]]) -> list[tuple[int, list[Instruction]]]:
    """Divide all numbers into runs of one action: where each begins and what it does."""
    refuse: list[Instruction] = [(_RETURN, 0, 0, _REFUSE)]
    segments: list[tuple[int, list[Instruction]]] = []
    for number in range(max(actions) + 2):
        action = actions.get(number, refuse)
        if not segments or segments[-1][1] != action:
            segments.append((number, action))
    return segments


def _bisected(segments: list[tuple[int, list[Instruction]]]) -> list[Instruction]:
    """Return a tree of comparisons whose leaves are the actions."""
    if len(segments) == 1:
        return segments[0][1]
    middle = len(segments) // 2
    low, high = _bisected(segments[:middle]), _bisected(segments[middle:])
    pivot = segments[middle][0]
    if len(low) <= 255:
        return [(_AT_LEAST, len(low), 0, pivot), *low, *high]
    return [(_AT_LEAST, 0, 1, pivot), (_JUMP, 0, 0, len(low)), *low, *high]


def _conditional(conditions: tuple[Condition, ...]) -> list[Instruction]:
    """Return the instructions that allow a call if every condition holds."""
    program: list[Instruction] = []
    for condition in conditions:
        offset = 16 + 8 * condition.argument
        if condition.mask > _WORD:
            program += _compared(offset + 4, condition.mask >> 32, (0,), holds=True)
        values = tuple(value & _WORD for value in condition.values)
        program += _compared(offset, condition.mask & _WORD, values, holds=condition.holds)
    return [*program, (_RETURN, 0, 0, _ALLOW)]


def _compared(offset: int, mask: int, values: tuple[int, ...], *, holds: bool) -> list[Instruction]:
    """Return the instructions that refuse unless a word agrees, and else go on behind them."""
    program: list[Instruction] = [(_LOAD, 0, 0, offset), (_AND, 0, 0, mask)]
    for index, value in enumerate(values):
        left = len(values) - index
        # On a match: past the other comparisons, then past the refusal or onto it.
        on_match = left if holds else left - 1
        otherwise = 0 if left > 1 or holds else 1
        program.append((_EQUAL, on_match, otherwise, value))
    return [*program, (_RETURN, 0, 0, _REFUSE)]


class _Header(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


class Filter:
    """A filter in the form that the kernel takes, built once and put on by every worker."""

    def __init__(self, machine: kernel.Machine) -> None:
        program = compile_filter(machine)
        self._number = machine.calls["seccomp"]
        self._program = ctypes.create_string_buffer(program, len(program))
        self._header = _Header(len(program) // 8, ctypes.addressof(self._program))
        self._address = ctypes.addressof(self._header)

    def enforce(self) -> None:
        """Put this process under the filter for good; it needs ``no_new_privs``.

        Raises:
            OSError: the kernel has no seccomp filters or refused this one.
        """
        kernel.call(self._number, _MODE_FILTER, 0, self._address)
