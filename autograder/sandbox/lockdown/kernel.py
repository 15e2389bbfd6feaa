"""Raw system calls that Python has no function for: numbers for x86-64 and arm64, by ctypes."""

from __future__ import annotations

import ctypes
import os
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

# Name, x86-64, arm64. A call that arm64 never had is None: there its modern form stands alone.
_TABLE: tuple[tuple[str, int, int | None], ...] = (
    ("read", 0, 63),
    ("write", 1, 64),
    ("open", 2, None),
    ("close", 3, 57),
    ("stat", 4, None),
    ("fstat", 5, 80),
    ("lstat", 6, None),
    ("poll", 7, None),
    ("lseek", 8, 62),
    ("mmap", 9, 222),
    ("mprotect", 10, 226),
    ("munmap", 11, 215),
    ("brk", 12, 214),
    ("rt_sigaction", 13, 134),
    ("rt_sigprocmask", 14, 135),
    ("rt_sigreturn", 15, 139),
    ("ioctl", 16, 29),
    ("pread64", 17, 67),
    ("readv", 19, 65),
    ("writev", 20, 66),
    ("access", 21, None),
    ("pipe", 22, None),
    ("select", 23, None),
    ("sched_yield", 24, 124),
    ("mremap", 25, 216),
    ("shmget", 29, 194),
    ("madvise", 28, 233),
    ("dup", 32, 23),
    ("dup2", 33, None),
    ("nanosleep", 35, 101),
    ("getitimer", 36, 102),
    ("alarm", 37, None),
    ("setitimer", 38, 103),
    ("getpid", 39, 172),
    ("socket", 41, 198),
    ("connect", 42, 203),
    ("sendto", 44, 206),
    ("recvfrom", 45, 207),
    ("sendmsg", 46, 211),
    ("recvmsg", 47, 212),
    ("bind", 49, 200),
    ("socketpair", 53, 199),
    ("setsockopt", 54, 208),
    ("clone", 56, 220),
    ("fork", 57, None),
    ("vfork", 58, None),
    ("execve", 59, 221),
    ("exit", 60, 93),
    ("kill", 62, 129),
    ("uname", 63, 160),
    ("semget", 64, 190),
    ("msgget", 68, 186),
    ("fcntl", 72, 25),
    ("flock", 73, 32),
    ("truncate", 76, 45),
    ("ftruncate", 77, 46),
    ("getcwd", 79, 17),
    ("chdir", 80, 49),
    ("rename", 82, None),
    ("mkdir", 83, None),
    ("unlink", 87, None),
    ("readlink", 89, None),
    ("chmod", 90, None),
    ("fchmodat", 268, 53),
    ("gettimeofday", 96, 169),
    ("getrlimit", 97, 163),
    ("getrusage", 98, 165),
    ("sysinfo", 99, 179),
    ("times", 100, 153),
    ("ptrace", 101, 117),
    ("getuid", 102, 174),
    ("getgid", 104, 176),
    ("setuid", 105, 146),
    ("geteuid", 107, 175),
    ("getegid", 108, 177),
    ("getppid", 110, 173),
    ("getpgrp", 111, None),
    ("getgroups", 115, 158),
    ("getresuid", 118, 148),
    ("getresgid", 120, 150),
    ("getpgid", 121, 155),
    ("getsid", 124, 156),
    ("rt_sigqueueinfo", 129, 138),
    ("sigaltstack", 131, 132),
    ("prctl", 157, 167),
    ("mount", 165, 40),
    ("umount2", 166, 39),
    ("gettid", 186, 178),
    ("tkill", 200, 130),
    ("time", 201, None),
    ("futex", 202, 98),
    ("sched_setaffinity", 203, 122),
    ("sched_getaffinity", 204, 123),
    ("getdents64", 217, 61),
    ("restart_syscall", 219, 128),
    ("clock_gettime", 228, 113),
    ("clock_getres", 229, 114),
    ("clock_nanosleep", 230, 115),
    ("exit_group", 231, 94),
    ("tgkill", 234, 131),
    ("mq_open", 240, 180),
    ("add_key", 248, 217),
    ("keyctl", 250, 219),
    ("openat", 257, 56),
    ("newfstatat", 262, 79),
    ("linkat", 265, 37),
    ("symlinkat", 266, 36),
    ("readlinkat", 267, 78),
    ("faccessat", 269, 48),
    ("pselect6", 270, 72),
    ("ppoll", 271, 73),
    ("unshare", 272, 97),
    ("set_robust_list", 273, 99),
    ("splice", 275, 76),
    ("utimensat", 280, 88),
    ("dup3", 292, 24),
    ("pipe2", 293, 59),
    ("perf_event_open", 298, 241),
    ("getcpu", 309, 168),
    ("prlimit64", 302, 261),
    ("setns", 308, 268),
    ("process_vm_readv", 310, 270),
    ("seccomp", 317, 277),
    ("getrandom", 318, 278),
    ("memfd_create", 319, 279),
    ("bpf", 321, 280),
    ("execveat", 322, 281),
    ("userfaultfd", 323, 282),
    ("statx", 332, 291),
    ("rseq", 334, 293),
    ("pidfd_send_signal", 424, 424),
    ("io_uring_setup", 425, 425),
    ("pidfd_open", 434, 434),
    ("clone3", 435, 435),
    ("close_range", 436, 436),
    ("openat2", 437, 437),
    ("faccessat2", 439, 439),
    ("mount_setattr", 442, 442),
    ("landlock_create_ruleset", 444, 444),
    ("landlock_add_rule", 445, 445),
    ("landlock_restrict_self", 446, 446),
)


@dataclass(frozen=True)
class Machine:
    """A processor family as the kernel names it.

    Attributes:
        audit: the number that a seccomp filter finds in the field ``arch``.
        calls: the system calls that we know by name.
    """

    name: str
    audit: int
    calls: Mapping[str, int]


X86_64 = Machine("x86-64", 0xC000003E, MappingProxyType({name: x86 for name, x86, _ in _TABLE}))
ARM64 = Machine(
    "arm64",
    0xC00000B7,
    MappingProxyType({name: arm for name, _, arm in _TABLE if arm is not None}),
)
_MACHINES = {"x86_64": X86_64, "amd64": X86_64, "aarch64": ARM64, "arm64": ARM64}

PR_SET_PDEATHSIG, PR_GET_DUMPABLE, PR_SET_DUMPABLE = 1, 3, 4
PR_GET_SECCOMP, PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS = 21, 38, 39


def machine() -> Machine | None:
    """Return the family of this machine, or None where we have no table (or it runs 32 bits)."""
    if ctypes.sizeof(ctypes.c_void_p) != 8:
        return None
    return _MACHINES.get(platform.machine().lower())


_libc: Any = ctypes.CDLL(None, use_errno=True)
_syscall: Any = _libc.syscall
_syscall.restype = ctypes.c_long
_syscall.argtypes = (ctypes.c_long,) * 7


def attempt(
    number: int, a: int = 0, b: int = 0, c: int = 0, d: int = 0, e: int = 0, f: int = 0
) -> tuple[int, int]:
    """Make a system call and give its result and errno; pointers are given as addresses.

    All six arguments travel, as a filter may look at any of them.
    """
    result = _syscall(number, a, b, c, d, e, f)
    return result, ctypes.get_errno() if result == -1 else 0


def call(number: int, *arguments: int) -> int:
    """Make a system call and give its result.

    Raises:
        OSError: the kernel refused.
    """
    result, errno = attempt(number, *arguments)
    if result == -1:
        raise OSError(errno, os.strerror(errno))
    return result
