"""A coverage-guided fuzzer for everything that the trusted side reads from a worker.

    python -m bench.fuzz_wire --frames 10000000 --seed 0

A stream of bytes, mutated from honest conversations, takes the worker's part in a call. It may be
refused (SandboxFault, WireError) or understood; anything else, a read that takes long or memory
that grows is a finding. Streams that reach new lines of the decoder are mutated further.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import struct
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np

from autograder.checks.functions import bowl
from autograder.sandbox import Limits, SandboxFault, values, wire
from autograder.sandbox.trusted import conversation

WATCHED = {module.__file__ for module in (conversation, values, wire)}
LIMITS = Limits(callbacks=30)
SLOW = 2.0  # seconds of processor time for one stream, whatever else the machine does
ROOM = 400 * 2**20  # bytes that reading may add to this process
TRACED = 16  # one in so many streams is traced: tracing is slow
NUMBERS = (0, 1, 2, 7, 8, 9, 127, 128, 255, 2**15, 2**16, 2**24, 2**31 - 1, 2**31, 2**32 - 1)
WORDS = (
    "$array", "$list", "$tuple", "$dict", "$text", "$opaque", "$described", "number", "value",
    "trouble", "arguments", "output", "type", "message", "line", "functions", "troubles",
)  # fmt: skip


class FindingError(Exception):
    """A stream that was neither refused nor understood; ``stream`` holds it."""

    def __init__(self, reason: str, stream: bytes) -> None:
        super().__init__(reason)
        self.stream = stream


class Counter(wire.Channel):
    """A channel that counts the frames that were begun."""

    frames = 0

    def receive(self) -> tuple[bytes, bytes]:
        """Read one frame."""
        Counter.frames += 1
        return super().receive()


def read(stream: bytes) -> bool:
    """Let a stream of frames be a worker's part in one call; whether it was understood.

    Raises:
        FindingError: it was neither understood nor refused.
    """
    position = 0

    def take(count: int) -> bytes:
        nonlocal position
        part = stream[position : position + count]
        position += len(part)
        return part

    channel = Counter(take, len)  # what is written goes nowhere
    talk = conversation.Conversation(conversation.over(channel, LIMITS), LIMITS)
    began = time.process_time()
    understood = False
    try:
        talk.call("g", [bowl(1, 3), np.array([1.0, 2.0])], {})
        understood = True
    except (SandboxFault, wire.WireError):
        pass
    except Exception as fault:
        raise FindingError(f"{type(fault).__name__}: {fault}", stream) from fault
    took = time.process_time() - began
    if took > SLOW:
        raise FindingError(f"{took:.1f} s", stream)
    return understood


def frame(kind: bytes, payload: bytes) -> bytes:
    """Give a frame whose length is right."""
    return struct.pack("!cI", kind, len(payload)) + payload


def answer(value: Any, arrays: list[np.ndarray], number: int = 1) -> bytes:
    """Give an honest answer frame."""
    tree = {"number": number, "value": value, "trouble": None, "arguments": [None], "output": "x"}
    return frame(wire.ANSWER, wire.pack(tree, arrays))


def seeds() -> list[bytes]:
    """Give honest streams of every form."""
    point = wire.pack_array(np.array([1.0, 2.0]))
    callback = frame(wire.CALLBACK, b"\0" + point)
    trouble = {"type": "ValueError", "message": "m", "line": 3, "code": "x", "suggestion": "y"}
    tree = {"number": 1, "value": None, "trouble": trouble, "arguments": [], "output": ""}
    nested = {"$list": [{"$tuple": [1, 2.5, {"$text": "t"}]}, {"$dict": {"a": {"$array": 0}}}]}
    picture = {"$described": {"$dict": {"axes": {"$list": []}}}}
    return [
        answer({"$array": 0}, [np.array([2.0, 4.0])]),
        callback * 4 + answer({"$array": 0}, [np.zeros((3, 2), np.int64)]),
        answer(nested, [np.array([True, False])]),
        answer({"$opaque": ["object", "<object>"]}, []),
        answer(picture, [np.array([1 + 2j]), np.zeros((0, 2))]),
        frame(wire.ANSWER, wire.pack(tree, [])),
    ]


@dataclass
class Fuzzer:
    """Mutates what it knows, and keeps what reaches lines that nothing reached before."""

    random: random.Random
    corpus: list[bytes] = field(default_factory=seeds)
    lines: set[tuple[str, int]] = field(default_factory=set)
    understood: int = 0
    streams: int = 0

    def run(self, frames: int) -> None:
        """Read streams until so many frames were read.

        Raises:
            FindingError: one of them did what none may.
        """
        before, until = _largest(), Counter.frames + frames
        while Counter.frames < until:
            index, self.streams = self.streams, self.streams + 1
            stream = self.mutated(self.random.choice(self.corpus))
            if index % TRACED == 0:
                self._trace(stream)
            else:
                self.understood += read(stream)
            if index % 10_000 == 0 and _largest() - before > ROOM:
                raise FindingError(f"{_largest() - before} bytes more memory", stream)

    def _trace(self, stream: bytes) -> None:
        """Read a stream and keep it if it reached a new line."""
        new: set[tuple[str, int]] = set()

        def watch(current: FrameType, event: str, _: Any) -> Callable[..., Any] | None:
            if current.f_code.co_filename not in WATCHED:
                return None
            if event == "line":
                new.add((current.f_code.co_filename, current.f_lineno))
            return watch

        sys.settrace(watch)
        try:
            self.understood += read(stream)
        finally:
            sys.settrace(None)
        if new - self.lines:
            self.lines |= new
            self.corpus.append(stream)

    def mutated(self, stream: bytes) -> bytes:
        """Give a stream that differs a little, its outer lengths mostly still right."""
        changes = (self._bits, self._number, self._cut, self._repeat, self._splice, self._tree)
        for _ in range(self.random.choice((1, 1, 2, 4))):
            stream = self.random.choice(changes)(stream)[: 2**16]
        return self._mended(stream) if self.random.random() < 0.5 else stream

    def _at(self, stream: bytes) -> int:
        return self.random.randrange(len(stream) + 1)

    def _bits(self, stream: bytes) -> bytes:
        data = bytearray(stream)
        for _ in range(self.random.choice((1, 2, 8))):
            if data:
                data[self.random.randrange(len(data))] ^= 1 << self.random.randrange(8)
        return bytes(data)

    def _number(self, stream: bytes) -> bytes:
        at = self._at(stream)
        return stream[:at] + struct.pack("!I", self.random.choice(NUMBERS)) + stream[at + 4 :]

    def _cut(self, stream: bytes) -> bytes:
        begin, end = sorted((self._at(stream), self._at(stream)))
        return stream[:begin] + stream[end:]

    def _repeat(self, stream: bytes) -> bytes:
        begin, end = sorted((self._at(stream), self._at(stream)))
        return stream[:end] + stream[begin:end] * self.random.choice((1, 3, 50)) + stream[end:]

    def _splice(self, stream: bytes) -> bytes:
        other = self.random.choice(self.corpus)
        return stream[: self._at(stream)] + other[self._at(other) :]

    def _tree(self, stream: bytes) -> bytes:
        """Change the JSON of a lone frame and keep its lengths right."""
        try:
            (length,) = struct.unpack_from("!I", stream, 5)
            tree = json.loads(stream[9 : 9 + length])
        except (struct.error, ValueError, RecursionError):
            return stream
        text = json.dumps(self._changed(tree, 6)).encode()
        return frame(stream[:1], struct.pack("!I", len(text)) + text + stream[9 + length :])

    def _changed(self, tree: Any, depth: int) -> Any:
        if depth == 0 or self.random.random() < 0.15:
            return self._leaf()
        if isinstance(tree, dict) and tree:
            name = self.random.choice(list(tree))
            new = self.random.choice(WORDS) if self.random.random() < 0.2 else name
            return {**tree, new: self._changed(tree[name], depth - 1)}
        if isinstance(tree, list) and tree:
            at = self.random.randrange(len(tree))
            return [*tree[:at], self._changed(tree[at], depth - 1), *tree[at:]]
        return self._leaf()

    def _leaf(self) -> Any:
        return self.random.choice(
            (
                None,
                True,
                0,
                1,
                -1,
                2**63,
                1e308,
                float("nan"),
                "",
                "x" * 300,
                "\ud800",
                [],
                {},
                {self.random.choice(WORDS): self.random.choice(NUMBERS)},
                {self.random.choice(WORDS): []},
                [[[[]]]],
            )
        )

    def _mended(self, stream: bytes) -> bytes:
        """Put the length of a lone frame right."""
        return frame(stream[:1], stream[5:]) if len(stream) > 5 else stream


def _largest() -> int:
    """Give the most memory that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> int:
    """Fuzz, and say how far it went; a finding is written to a file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--frames", type=int, default=10_000_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    fuzzer = Fuzzer(random.Random(options.seed))
    began = time.perf_counter()
    try:
        fuzzer.run(options.frames)
    except FindingError as finding:
        Path("finding.bin").write_bytes(finding.stream)
        print(f"finding.bin: {finding}", file=sys.stderr)
        return 1
    print(
        f"{options.frames:,} frames in {fuzzer.streams:,} streams, "
        f"{time.perf_counter() - began:.0f} s: {fuzzer.understood:,} streams understood, the "
        f"others refused; {len(fuzzer.lines)} lines of the decoder reached, "
        f"{len(fuzzer.corpus)} streams kept; {_largest() / 2**20:.0f} MiB"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
