"""What this machine offers for a lock-down, found by trying it: for ``autograder doctor``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass

from autograder.sandbox import bubblewrap, identity, runtime
from autograder.sandbox.bounds import Bounds
from autograder.sandbox.lockdown import LAYERS, WIRE, LayerName, LockdownError, prepare
from autograder.sandbox.selftest import self_test

PATIENCE = 30.0  # seconds for bubblewrap to start a program


@dataclass(frozen=True)
class Layer:
    """A layer of the lock-down on this machine.

    Attributes:
        name: one of LAYERS, own-uid or bubblewrap.
        works: whether it did what it is for.
        reason: what the machine said where it does not.
    """

    name: str
    works: bool
    reason: str = ""


def probe() -> tuple[Layer, ...]:
    """Try every layer in a process of its own, and none by asking for versions."""
    return (*(_tried(layer) for layer in LAYERS), _own_uid(), _bubblewrap())


def is_enough(layers: tuple[Layer, ...]) -> bool:
    """Say whether strangers can be graded with these layers."""
    works = {layer.name for layer in layers if layer.works}
    hides_files = bool({"landlock", "bubblewrap"} & works)
    hides_names = bool({"own-uid", "bubblewrap"} & works)
    return {"limits", "privileges", "seccomp"} <= works and hides_files and hides_names


def _tried(layer: LayerName) -> Layer:
    """Put one layer on a child, and hear which of its holes are left."""
    mine, childs = os.pipe()
    process = os.fork()
    if process == 0:
        os.write(*_said(layer, childs))
        os._exit(0)
    os.close(childs)
    with os.fdopen(mine, "rb") as stream:
        text = stream.read()
    os.waitpid(process, 0)
    reason = json.loads(text) if text else "the process that tried it died"
    return Layer(layer, not reason, reason)


def _said(layer: LayerName, wire: int) -> tuple[int, bytes]:
    """Lock this process down with one layer; give where to say what is wrong, and the words."""
    try:
        # No user may put on a filter without giving up the way to gain privileges.
        lockdown = prepare(runtime.readable(), {"privileges", layer})
        wire = lockdown.enter(wire, Bounds())
        holes = [hole for hole in self_test(lockdown, Bounds(), []) if hole.layer == layer]
    except LockdownError as fault:
        return wire, json.dumps(fault.reason).encode()
    except Exception as fault:  # noqa: BLE001 -- the child must not return into its parent's code
        return wire, json.dumps(repr(fault)).encode()
    return WIRE, json.dumps(", ".join(f"it could {hole.deed}" for hole in holes)).encode()


def _own_uid() -> Layer:
    if identity.available() is not None:
        return Layer("own-uid", True)
    reason = "no other ids are mapped" if os.geteuid() == 0 else "only root can give ids"
    return Layer("own-uid", False, reason)


def _bubblewrap() -> Layer:
    """Start Python in a namespace, as the zygote is started."""
    reason = "bwrap is not installed"
    for command in bubblewrap.commands(None):
        try:
            done = subprocess.run(
                [*command, sys.executable, "-P", "-c", "pass"],
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as fault:
            reason = str(fault)
            continue
        if done.returncode == 0:
            return Layer("bubblewrap", True)
        reason = done.stderr.decode("utf-8", "replace").strip()[-300:]
    return Layer("bubblewrap", False, reason)
