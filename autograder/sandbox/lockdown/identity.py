"""A user id of its own for every worker that root starts, and no privileges for any worker."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from autograder.sandbox.lockdown import kernel

_FIRST = 1_800_000_000  # far above the ids that people, services and containers are given
_SPAN = 2**22  # the kernel's largest process id


@dataclass(frozen=True)
class Identities:
    """A range of user and group ids that nobody else has."""

    first: int
    span: int

    def of(self, process: int) -> int:
        """Return the id for a process: no two living workers share one while the span allows it."""
        return self.first + process % self.span


def available() -> Identities | None:
    """Return the ids that workers can be given, or None: not root, or only one id is mapped."""
    if os.geteuid() != 0:
        return None
    users, groups = (_highest(Path(f"/proc/self/{kind}_map")) for kind in ("uid", "gid"))
    last = min(users, groups)
    if last > _FIRST + _SPAN:
        return Identities(_FIRST, _SPAN)
    # In a container with the usual 65,536 ids: its upper end, below nobody and nogroup.
    span = 4096
    return Identities(last - 2 * span, span) if last > 3 * span else None


def _highest(table: Path) -> int:
    """Return the highest id that the user namespace maps."""
    rows = (line.split() for line in table.read_text().splitlines())
    return max((int(first) + int(count) - 1 for first, _, count in rows), default=0)


def become(identity: int) -> None:
    """Change to a user and a group of that id, without supplementary groups, for good."""
    os.setgroups([])
    os.setresgid(identity, identity, identity)
    os.setresuid(identity, identity, identity)


def renounce(machine: kernel.Machine) -> None:
    """Give up every way to gain privileges, and be no debugger's target; die with the parent."""
    prctl = machine.calls["prctl"]
    kernel.call(prctl, kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.call(prctl, kernel.PR_SET_DUMPABLE, 0)
    kernel.call(prctl, kernel.PR_SET_PDEATHSIG, 9)
