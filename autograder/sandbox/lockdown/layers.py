"""The lock-down: after it, a worker can compute, read Python's own files and use its wire."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from autograder.sandbox.lockdown import identity, kernel, resource_limits, runtime
from autograder.sandbox.lockdown.landlock import Ruleset
from autograder.sandbox.lockdown.resource_limits import Bounds
from autograder.sandbox.lockdown.seccomp import Filter

LayerName = Literal["limits", "privileges", "landlock", "seccomp"]
LAYERS: tuple[LayerName, ...] = get_args(LayerName)

WIRE = 3  # where a worker finds its wire; 0, 1 and 2 are /dev/null


class LockdownError(Exception):
    """A layer of the lock-down that cannot be had here."""

    def __init__(self, layer: str, reason: str) -> None:
        super().__init__(f"{layer}: {reason}")
        self.layer = layer
        self.reason = reason


@dataclass(frozen=True)
class Lockdown:
    """Everything that can be prepared once, to be put on by every worker after its fork.

    Attributes:
        layers: what ``enter`` puts on.
        mapped: the bytes of address space of the process that prepared it.
        identities: the user ids for workers, or None where they keep the grader's.
    """

    machine: kernel.Machine
    layers: frozenset[LayerName]
    mapped: int
    identities: identity.Identities | None
    ruleset: Ruleset | None
    filter: Filter

    def enter(self, wire: int, limits: Bounds) -> int:
        """Lock this process down, before a byte of a student's is read; there is no way back.

        Closes every descriptor but the wire, leaves the session, empties the environment, and puts
        on the layers. Give only a freshly forked child to it.

        Returns:
            The wire's new descriptor.

        Raises:
            LockdownError: a layer could not be put on; the wire is at WIRE all the same, to say so,
                and the process must end.
        """
        os.setsid()
        os.environ.clear()
        _place(wire)
        self._put_on("limits", lambda: resource_limits.enforce(limits, self.mapped))
        self._put_on("privileges", self._drop)
        if self.ruleset is not None:
            self._put_on("landlock", self.ruleset.enforce)
        kernel.call(self.machine.calls["close_range"], WIRE + 1, 2**32 - 1, 0)
        self._put_on("seccomp", self.filter.enforce)
        return WIRE

    def _put_on(self, layer: LayerName, act: Callable[[], object]) -> None:
        if layer not in self.layers:
            return
        try:
            act()
        except (OSError, ValueError) as fault:
            raise LockdownError(layer, str(fault)) from fault

    def _drop(self) -> None:
        if self.identities is not None:
            identity.become(self.identities.of(os.getpid()))
        elif os.geteuid() == 0:
            raise OSError("root has no other user id to give to a worker")
        identity.renounce(self.machine)


def prepare(readable: Sequence[Path], layers: Collection[LayerName] = LAYERS) -> Lockdown:
    """Build the lock-down that workers put on: once, in the zygote.

    Args:
        readable: the files and folders that a worker may read, all else being closed, and so are
            the checks where they lie in one of them.
        layers: what to put on; leaving one out is for measuring what it stops.

    Raises:
        LockdownError: a layer that this machine does not have.
    """
    machine = kernel.machine()
    if machine is None:
        raise LockdownError("seccomp", "only 64-bit x86-64 and arm64 are known")
    ruleset = None
    if "landlock" in layers:
        try:
            ruleset = Ruleset(machine, *runtime.around(runtime.CLOSED, readable))
        except OSError as fault:
            raise LockdownError("landlock", str(fault)) from fault
    return Lockdown(
        machine=machine,
        layers=frozenset(layers),
        mapped=resource_limits.mapped(),
        identities=identity.available() if "privileges" in layers else None,
        ruleset=ruleset,
        filter=Filter(machine),
    )


def _place(wire: int) -> None:
    """Move the wire to WIRE, behind three descriptors of /dev/null."""
    safe = fcntl.fcntl(wire, fcntl.F_DUPFD, WIRE + 1)
    null = os.open(os.devnull, os.O_RDWR)
    for standard in range(WIRE):
        os.dup2(null, standard)
    os.dup2(safe, WIRE, inheritable=False)
