"""The pages about security say what the last run of the attack suite found."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ATTACKS = Path(__file__).parent / "attacks"
LANGUAGES = ("en", "ja")


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"attacks_{name}", ATTACKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


page = module("page")


@pytest.fixture
def numbers() -> Any:
    return json.loads(page.NUMBERS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_shows_the_numbers_of_the_last_run(language: str, numbers: Any) -> None:
    """The table of each page is the one that the numbers give."""
    text = page.GUIDES[language].read_text(encoding="utf-8")

    assert page.with_numbers(text, numbers, language) == text


def test_whole_wall_stops_every_attack(numbers: Any) -> None:
    """As root and as a user, nothing got through."""
    whole = {row["wall"]: row["through"] for row in numbers["rows"] if row["wall"].endswith("full")}

    assert set(whole) == {"root full", "user full"}
    assert [one for through in whole.values() for kind in through.values() for one in kind] == []


def test_suite_is_real(numbers: Any) -> None:
    """Without the wall a good part of the attacks succeeds."""
    (trust,) = (row["through"] for row in numbers["rows"] if row["wall"] == "user trust")

    assert sum(map(len, trust.values())) > 50


def test_every_attack_says_what_it_wants() -> None:
    """The first line of each file names what it is measured by, and its goal."""
    files = sorted((ATTACKS / "corpus").glob("*/*.py"))
    trivial = {file.stem for file in (ATTACKS / "trivial").glob("*.py")}

    first_lines = {file: file.read_text(encoding="utf-8").splitlines()[0] for file in files}

    assert len(files) >= 100
    for file, line in first_lines.items():
        measure, goal = line.removeprefix('"""').split(": ", 1)
        assert measure in trivial, file
        assert goal.endswith('."""'), file


def test_no_containment_no_attack() -> None:
    """The runner refuses to start outside the cage."""
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, str(ATTACKS / "run.py")], capture_output=True, text=True, check=False
    )

    assert done.returncode != 0
    assert "containment" in done.stderr
