"""Random files handed in: a short run of what bench/ does ten thousand times."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("the lock-down is for Linux", allow_module_level=True)

from autograder.sandbox.trusted.missing_layer import MissingLayerError
from autograder.sandbox.trusted.zygote_client import Zygote
from autograder.verdict import Outcome
from bench import fuzz_files

FILES = 40


def test_random_files_end_in_a_verdict(tmp_path: Path) -> None:
    """Random bytes, random Python and random notebooks: a verdict each, and no error of ours."""
    fuzz_files.hand_in(tmp_path, FILES, random.Random(0))

    try:
        with Zygote([fuzz_files.ROOT / "solutions"]) as zygote:
            outcomes = list(fuzz_files.outcomes(tmp_path, zygote))
    except MissingLayerError as fault:
        pytest.skip(f"not on this machine: {fault}")

    assert len(outcomes) == FILES
    assert [student for student, _, worst in outcomes if worst is Outcome.ERROR] == []
