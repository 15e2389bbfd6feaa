"""Whether strangers' code can be graded on this machine, found by trying: `autograder doctor`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.language import Text, plain
from autograder.sandbox.errors import SandboxError
from autograder.sandbox.trusted.missing_layer import MissingLayerError, only_linux


@dataclass(frozen=True)
class Layer:
    """A layer of the lock-down on this machine.

    Attributes:
        name: one of lockdown.LAYERS, own-uid or bubblewrap.
        works: whether it did what it is for.
        reason: what the machine said where it does not.
    """

    name: str
    works: bool
    reason: str = ""


@dataclass(frozen=True)
class Diagnosis:
    """What this machine offers.

    Attributes:
        layers: each layer, tried alone.
        in_force: the layers of the worker that was started as grading starts one.
        refusal: why grading would refuse, or None.
    """

    layers: tuple[Layer, ...]
    in_force: tuple[str, ...] = ()
    refusal: Text | None = None


def examine(secrets: Sequence[Path]) -> Diagnosis:
    """Try every layer alone, then start and test a worker as grading does.

    Args:
        secrets: files and folders that no worker may read or see.
    """
    if not sys.platform.startswith("linux"):
        return Diagnosis((), refusal=only_linux().text)
    from autograder.sandbox.trusted.probes import probe
    from autograder.sandbox.trusted.zygote_client import Zygote

    layers = probe()
    try:
        with Zygote(secrets) as zygote:
            return Diagnosis(layers, zygote.layers)
    except MissingLayerError as fault:
        return Diagnosis(layers, refusal=fault.text)
    except SandboxError as fault:
        return Diagnosis(layers, refusal=plain(fault))
