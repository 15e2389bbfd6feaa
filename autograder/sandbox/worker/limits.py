"""Limits that a worker sets on itself, where its system can."""

from __future__ import annotations


def limit_memory(budget: int) -> bool:
    """Let this process take so many bytes more than it has now; say whether that is in force.

    The limit is on the address space, counted from what is mapped already: a constant would be
    wrong on every machine but one. Systems that have no such limit are watched from outside.
    """
    try:
        import resource
        from pathlib import Path

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        limit = pages * resource.getpagesize() + budget
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return False
    return True
