"""The decoder against mutated conversations: a short run of the fuzzer that bench/ runs long."""

from __future__ import annotations

import random
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("the fuzzer measures memory as POSIX does", allow_module_level=True)

from bench import fuzz_wire


def test_seeds_are_understood() -> None:
    """The streams that mutation begins with are honest ones."""
    assert [fuzz_wire.read(stream) for stream in fuzz_wire.seeds()] == [True] * 6


def test_mutated_streams_are_understood_or_refused() -> None:
    """No stream raises anything of ours, takes long, or takes memory beyond the bound."""
    fuzzer = fuzz_wire.Fuzzer(random.Random(0))

    fuzzer.run(4_000)

    assert fuzzer.understood > 20
    assert len(fuzzer.corpus) > len(fuzz_wire.seeds())


def test_finding_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fuzzer does notice a stream that takes too long."""
    monkeypatch.setattr(fuzz_wire, "SLOW", -1.0)

    with pytest.raises(fuzz_wire.FindingError):
        fuzz_wire.read(b"")
