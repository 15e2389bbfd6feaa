"""Bounds on what one worker may use: memory, processor time, descriptors, and nothing on disk."""

from __future__ import annotations

import math
import os
import resource
from dataclasses import dataclass

MIB = 2**20
STACK = 8 * MIB


@dataclass(frozen=True)
class Bounds:
    """What a worker may use.

    Attributes:
        memory: bytes of address space beyond what the zygote has mapped already.
        processor: seconds of processor time.
        descriptors: how many files may be open at once.
    """

    memory: int = 512 * MIB
    processor: float = 20.0
    descriptors: int = 32


def mapped() -> int:
    """Return the bytes of address space that this process has mapped."""
    with open("/proc/self/statm", "rb") as table:  # noqa: PTH123 -- it is a table, not a file
        return int(table.read().split(b" ", 1)[0]) * os.sysconf("SC_PAGE_SIZE")


def resources(bounds: Bounds, already: int) -> dict[int, tuple[int, int]]:
    """Return the soft and hard limit of every resource, with the address space already in use."""
    memory = already + bounds.memory
    processor = max(1, math.ceil(bounds.processor))
    nothing = (0, 0)
    highest = resource.getrlimit(resource.RLIMIT_STACK)[1]
    stack = STACK if highest == resource.RLIM_INFINITY else min(STACK, highest)
    return {
        resource.RLIMIT_AS: (memory, memory),
        # The soft bound's signal can be ignored; the hard one, a second later, cannot.
        resource.RLIMIT_CPU: (processor, processor + 1),
        resource.RLIMIT_NOFILE: (bounds.descriptors, bounds.descriptors),
        resource.RLIMIT_FSIZE: nothing,
        resource.RLIMIT_NPROC: nothing,
        resource.RLIMIT_CORE: nothing,
        resource.RLIMIT_MEMLOCK: nothing,
        resource.RLIMIT_MSGQUEUE: nothing,
        resource.RLIMIT_SIGPENDING: (64, 64),
        resource.RLIMIT_STACK: (stack, stack),
        resource.RLIMIT_NICE: nothing,
        resource.RLIMIT_RTPRIO: nothing,
    }


def enforce(bounds: Bounds, already: int) -> None:
    """Bound this process, for good.

    Args:
        bounds: what it may use.
        already: the bytes that it has mapped, or that the process had that it was forked from.

    Raises:
        OSError, ValueError: a bound above what this process was itself allowed.
    """
    for kind, pair in resources(bounds, already).items():
        resource.setrlimit(kind, pair)
