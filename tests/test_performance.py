"""The pages on performance say what was measured, in both languages, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import measured, page


def test_the_pages_are_those_of_the_measurements() -> None:
    page.write(check=True)


def test_a_page_with_another_number_is_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = measured.load()
    content["scale"][-1]["memory"] += 100
    other = tmp_path / "measured.json"
    other.write_text(json.dumps(content), encoding="utf-8")
    monkeypatch.setattr(measured, "load", lambda: json.loads(other.read_text(encoding="utf-8")))

    with pytest.raises(page.StaleError, match=r"performance\.md is stale"):
        page.write(check=True)


@pytest.mark.parametrize("language", page.LANGUAGES)
def test_every_grader_and_every_size_has_a_row(language: str) -> None:
    content = measured.load()

    text = page.text(language, content)

    assert all(name in text for name in page.NAMES[language].values())
    assert all(f"| {row['students']} | " in text for row in content["scale"])
    assert "$" not in text
