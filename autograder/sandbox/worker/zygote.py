"""The zygote: a process that has imported what submissions need, and forks a worker for each.

It reads requests from its standard input, a socket to the trusted side. A student's code never
passes through it: each worker gets a socket of its own, which the zygote only hands on.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from autograder.sandbox.lockdown import runtime
from autograder.sandbox.lockdown.layers import LAYERS, WIRE, Lockdown, LockdownError, prepare
from autograder.sandbox.lockdown.resource_limits import Bounds
from autograder.sandbox.lockdown.selftest import self_test
from autograder.sandbox.wire import Channel, pack
from autograder.sandbox.worker import closed, process, rehearsal
from autograder.sandbox.worker.limits import limit_memory

MAX_REQUEST = 2**16
GRACE = 1.0  # seconds in which a killed worker must be gone; a stuck one is left behind
HELLO = b"h"
FIGURES = "figures"  # among the arguments: be ready for submissions that draw
TRUST = "trust"  # among the arguments: workers are limited in memory, and nothing else is locked
# A figure makes tens of thousands of objects that live as long as it does: looking for rubbish
# among them every 700 costs a tenth of a worker's time, and memory is limited anyway.
RUBBISH = (50_000, 20, 100)


@dataclass(frozen=True)
class Pipe:
    """A descriptor as a stream of bytes, through a small buffer of its own."""

    descriptor: int

    def reader(self) -> Callable[[int], bytes]:
        """Return a function that reads exactly so many bytes, fewer at the end."""
        buffered, begin = b"", 0

        def read(count: int) -> bytes:
            nonlocal buffered, begin
            if begin + count > len(buffered):
                buffered, begin = self._more(buffered[begin:], count), 0
            taken = buffered[begin : begin + count]
            begin += count
            return taken

        return read

    def _more(self, held: bytes, count: int) -> bytes:
        """Read until so many bytes are held, or to the end."""
        parts, missing = [held], count - len(held)
        while missing > 0:
            part = os.read(self.descriptor, max(4096, min(missing, 2**18)))
            if not part:
                break
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def write(self, data: bytes) -> None:
        """Write all bytes."""
        sent = os.write(self.descriptor, data)
        while sent < len(data):
            sent += os.write(self.descriptor, memoryview(data)[sent:])


# Does the work of a worker that was just forked, over a descriptor, as a request says.
Work = Callable[[int, dict[str, Any]], None]


class Children:
    """The workers that were forked and are not yet buried."""

    def __init__(self) -> None:
        self._alive: set[int] = set()
        self._ended: dict[int, int] = {}

    def add(self, number: int) -> None:
        """Take note of a new worker."""
        self._alive.add(number)

    def bury(self) -> None:
        """Take note of the workers that have ended, without waiting for any."""
        for number in tuple(self._alive):
            ended, status = os.waitpid(number, os.WNOHANG)
            if ended:
                self._alive.discard(number)
                self._ended[number] = os.waitstatus_to_exitcode(status)

    def end(self, number: int) -> int | None:
        """Kill a worker and give its exit code (a signal is negative), None if it stays stuck."""
        if number in self._alive:
            os.kill(number, signal.SIGKILL)
            deadline = time.monotonic() + GRACE
            pause = 0.0002
            while number in self._alive and time.monotonic() < deadline:
                self.bury()
                if number in self._alive:
                    time.sleep(pause)
                    pause = min(2 * pause, 0.02)
        return self._ended.pop(number, None)


def serve(control: socket.socket, work: Work) -> None:
    """Fork and end workers as asked, until the trusted side is gone."""
    children = Children()
    parent = os.getppid()
    while True:
        children.bury()
        if not select.select([control], [], [], 1.0)[0]:
            if os.getppid() != parent:
                return
            continue
        message, descriptors, _, _ = socket.recv_fds(control, MAX_REQUEST, 1)
        if not message:
            return
        request = json.loads(message)
        if request["do"] == "start":
            process = os.fork()
            if process == 0:
                work(descriptors[0], request)
            children.add(process)
            answer: dict[str, Any] = {"worker": process}
        else:
            answer = {"status": children.end(request["worker"])}
        for descriptor in descriptors:
            os.close(descriptor)
        control.send(json.dumps(answer).encode())


def _work_openly(wire: int, request: dict[str, Any]) -> None:
    """Be a worker for code that is trusted: limit the memory, say so, and listen. Never returns."""
    try:
        os.setsid()
        limit_memory(int(request["memory"]))
        pipe = Pipe(wire)
        channel = Channel(pipe.reader(), pipe.write)
        channel.send(HELLO, pack({"holes": []}, []))
        process.serve(channel)
    finally:
        os._exit(0)


def _work_locked(lockdown: Lockdown, wire: int, request: dict[str, Any]) -> None:
    """Be a worker: lock down, test the lock, say so, and only then listen. Never returns."""
    try:
        with contextlib.suppress(OSError):  # when memory runs out, no other process goes first
            Path("/proc/self/oom_score_adj").write_text("1000")
        bounds = Bounds(request["memory"], request["processor"])
        secrets = [str(secret) for secret in request["secrets"]]
        try:
            pipe = Pipe(lockdown.enter(wire, bounds))
            holes = [(hole.layer, hole.deed) for hole in self_test(lockdown, bounds, secrets)]
        except LockdownError as fault:
            pipe = Pipe(WIRE)
            holes = [(fault.layer, fault.reason)]
        request.clear()
        del secrets
        channel = Channel(pipe.reader(), pipe.write)
        channel.send(HELLO, pack({"holes": holes}, []))
        process.serve(channel)  # the trusted side sends nothing if it does not like the holes
    finally:
        os._exit(0)


def _narrow_path() -> None:
    """Look for modules only where workers may read: never in the folder of a course."""
    folders = runtime.readable()
    sys.path[:] = [
        entry for entry in sys.path if any(Path(entry).is_relative_to(folder) for folder in folders)
    ]


def _settle() -> None:
    """Put what is there now beside what the collector looks at: workers would copy its pages."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RUBBISH)


def main(arguments: Sequence[str]) -> None:
    """Warm up, prepare the lock-down, say which layers there are, and serve."""
    control = socket.socket(fileno=0)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 1)
    layers = [layer for layer in LAYERS if layer in arguments]
    rehearsal.warm_up(figures=FIGURES in arguments)
    closed.close()
    if TRUST in arguments:
        _settle()
        control.send(json.dumps({"layers": [TRUST]}).encode())
        serve(control, _work_openly)
        return
    try:
        lockdown = prepare(runtime.readable(), layers)
    except LockdownError as fault:
        control.send(json.dumps({"missing": [fault.layer, fault.reason]}).encode())
        return
    rehearsal.rehearse(lockdown)
    _narrow_path()
    os.environ.clear()  # here once, rather than in every worker
    _settle()
    own = ["own-uid"] if lockdown.identities is not None else []
    control.send(json.dumps({"layers": [*layers, *own]}).encode())
    serve(control, partial(_work_locked, lockdown))


if __name__ == "__main__":
    main(sys.argv[1:])
