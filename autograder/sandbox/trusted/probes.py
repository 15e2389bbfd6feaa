"""Each layer of the lock-down alone, tried on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from autograder.sandbox.lockdown import bubblewrap, identity, runtime
from autograder.sandbox.lockdown.layers import LAYERS, WIRE, LayerName, LockdownError, prepare
from autograder.sandbox.lockdown.resource_limits import Bounds
from autograder.sandbox.lockdown.selftest import self_test
from autograder.sandbox.trusted.doctor import Layer

PATIENCE = 30.0  # seconds for bubblewrap to start a program


def probe() -> tuple[Layer, ...]:
    """Try every layer in a process of its own, and none by asking for versions."""
    return (*(_tried(layer) for layer in LAYERS), _own_uid(), _bubblewrap())


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
    except LockdownError as fault:
        return wire, json.dumps(fault.reason).encode()
    try:
        lockdown.enter(wire, Bounds())
        holes = [hole for hole in self_test(lockdown, Bounds(), []) if hole.layer == layer]
    except LockdownError as fault:
        reason = fault.reason
    except Exception as fault:  # noqa: BLE001 -- the child must not return into its parent's code
        reason = repr(fault)
    else:
        reason = ", ".join(f"it could {hole.deed}" for hole in holes)
    return WIRE, json.dumps(reason).encode()


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
