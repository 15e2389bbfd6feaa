"""Why strangers' code cannot be graded here: the layer that is missing, and the choices."""

from __future__ import annotations

from autograder.language import Text, _, joined, plain
from autograder.sandbox.errors import SandboxError

# What helps where one layer is missing; every other layer needs another machine.
ADVICE = {
    "names": _("Install bubblewrap, or grade as root a course that lies in a folder of mode 700."),
    "runtime": _("Install bubblewrap, or use a Python that every user may read."),
}
ELSEWHERE = _("Grade on Linux: WSL2, a virtual machine or a container will do.")
TRUST = _("If you trust every submission, give --sandbox=trust.")
MISSING = _("The sandbox's layer “{layer}” is missing on this machine: {reason}.")


class MissingLayerError(SandboxError):
    """A layer of the lock-down that is not in force here, so that nothing is graded.

    Attributes:
        layer: its name.
        reason: what the machine said, or what a worker could do without it.
    """

    def __init__(self, layer: str, reason: str) -> None:
        self.layer, self.reason = layer, reason
        super().__init__(joined(_parts(layer, reason)))

    def __reduce__(self) -> tuple[type[MissingLayerError], tuple[object, ...]]:
        """Travel from a process that grades to the one that asked it to."""
        return type(self), (self.layer, self.reason)


def _parts(layer: str, reason: str) -> tuple[Text, ...]:
    """Return the sentences: what is missing, what helps, and the way without a wall."""
    return (
        MISSING.format(layer=layer, reason=plain(reason.rstrip("."))),
        ADVICE.get(layer, ELSEWHERE),
        TRUST,
    )


def only_linux() -> MissingLayerError:
    """Return the refusal of every other system."""
    return MissingLayerError("seccomp", "only Linux has it")
