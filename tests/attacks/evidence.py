"""What an attack achieved, seen from outside: what it said, left behind, reached and cost."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from autograder.sandbox import Answer, Loaded, Program, Sandbox, SandboxFault

SCRATCH = ("/tmp", "/dev/shm", "/var/tmp", "/run")
# Read-only in the containment, also where they lie below a scratch folder: nobody can touch them.
KEPT = (Path(__file__).resolve().parents[2], Path(sys.prefix), Path(sys.base_prefix))
PORT = 47001


class Tap:
    """A sandbox that keeps everything that came out of the worker; for this suite alone."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self.layers = sandbox.layers
        self._heard: list[str] = []
        self._room = 20_000_000

    @property
    def text(self) -> str:
        """All that was heard, numbers read as letters where they can be."""
        return "\n".join(self._heard)

    def load(self, program: Program) -> Loaded:
        """Load, and keep what was said."""
        return self._keep(lambda: self._sandbox.load(program))

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        """Call, and keep what was said and where f was evaluated."""
        answer = self._keep(
            lambda: self._sandbox.call(
                function,
                [self._tapped(one) for one in arguments],
                {name: self._tapped(one) for name, one in keywords.items()},
            )
        )
        self._hear(_letters(answer.value))
        return answer

    def close(self) -> None:
        """End the worker."""
        self._sandbox.close()

    def _keep(self, act: Callable[[], Any]) -> Any:
        try:
            said = act()
        except SandboxFault as fault:
            self._hear(repr(fault))
            raise
        self._hear(repr(_without_source(said)))
        return said

    def _tapped(self, argument: Any) -> Any:
        if not callable(argument):
            return argument

        def f(x: np.ndarray) -> Any:
            self._hear(x.tobytes()[:64].decode("latin-1"))
            return argument(x)

        return f

    def _hear(self, text: str) -> None:
        if self._room > 0:
            self._heard.append(text[: self._room])
            self._room -= len(text)


def _without_source(said: Loaded | Answer) -> Loaded | Answer:
    """Leave out the lines of source that an exception quotes: they are no claim."""
    if isinstance(said, Loaded):
        return replace(said, troubles=tuple(replace(one, code="") for one in said.troubles))
    return replace(said, trouble=replace(said.trouble, code="")) if said.trouble else said


def _letters(value: Any) -> str:
    """Read a list of numbers as the letters that they may stand for."""
    with contextlib.suppress(TypeError, ValueError, OverflowError):
        return bytes(int(number) for number in np.ravel(np.real(value))).decode("latin-1")
    return ""


def claims(text: str) -> list[str]:
    """Give what an attack says that it could do."""
    return re.findall(r"ESCAPED[^\n\\]{0,60}", text)[:3]


def files() -> dict[str, tuple[object, ...]]:
    """Give every file of the scratch folders, with what would show that it was touched."""
    seen: dict[str, tuple[object, ...]] = {}
    for folder in SCRATCH:
        for path in _below(Path(folder)):
            with contextlib.suppress(OSError):
                status = path.lstat()
                content = (
                    hashlib.sha256(path.read_bytes()).hexdigest()
                    if path.is_file() and not path.is_symlink() and status.st_size < 2**20
                    else ""
                )
                seen[str(path)] = (status.st_mode, status.st_nlink, status.st_size, content)
                if not path.is_dir():
                    seen[str(path)] += (status.st_mtime_ns,)
    return seen


def _below(folder: Path) -> Iterator[Path]:
    """Give everything below a folder but what is kept read-only there."""
    for name, inner, names in os.walk(folder):
        inner[:] = [one for one in inner if Path(name, one) not in KEPT]
        yield from (Path(name, one) for one in (*inner, *names))


def processes() -> dict[int, str]:
    """Give the processes of this namespace by their numbers, with their commands."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with contextlib.suppress(OSError):
                state = (entry / "stat").read_text().rsplit(")", 1)[1].split()[0]
                if state != "Z":
                    found[int(entry.name)] = (entry / "comm").read_text().strip()
    return found


def resident() -> int:
    """Give this process's memory in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Listener:
    """Ears on the loopback and on an abstract socket, for attacks that call out."""

    def __init__(self) -> None:
        self._ears = [
            socket.socket(socket.AF_INET, socket.SOCK_STREAM),
            socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
            socket.socket(socket.AF_UNIX, socket.SOCK_STREAM),
        ]
        for ear, name in zip(
            self._ears, (("127.0.0.1", PORT), ("127.0.0.1", PORT), "\0kobai-listener"), strict=True
        ):
            ear.bind(name)
            if ear.type == socket.SOCK_STREAM:
                ear.listen()
            ear.setblocking(False)

    def heard(self) -> list[str]:
        """Give what called since the last time."""
        calls = []
        for ear, name in zip(self._ears, ("TCP", "UDP", "UNIX"), strict=True):
            with contextlib.suppress(BlockingIOError):
                if ear.type == socket.SOCK_STREAM:
                    ear.accept()[0].close()
                else:
                    ear.recv(100)
                calls.append(name)
        return calls


def settled(before: Mapping[int, str], patience: float = 1.0) -> list[str]:
    """Give the commands of processes that came and did not go."""
    deadline = time.monotonic() + patience
    while True:
        left = {pid: name for pid, name in processes().items() if pid not in before}
        if not left or time.monotonic() > deadline:
            return sorted(set(left.values()))
        time.sleep(0.02)
