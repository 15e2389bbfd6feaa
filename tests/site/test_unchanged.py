"""A build is left out only where it would give the same site."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.builder import paths, unchanged

URL = "https://example.org/course/"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a small course with a built site, instead of ours."""
    for name, text in {
        "mkdocs.yml": "site_name: x\n",
        "docs/en/index.md": "# Hello\n",
        "docs/en/assets/figures/a.svg": "<svg/>",
        "solutions/a.py": "A = 1\n",
        "site/index.html": "<h1>Hello</h1>",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.setattr(paths, "CACHE", tmp_path / ".cache")
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(unchanged, "ROOT", tmp_path)
    monkeypatch.setattr(unchanged, "SITE", tmp_path / "site")
    monkeypatch.setattr(unchanged, "WRITTEN", (tmp_path / "docs" / "en" / "assets",))
    return tmp_path


def test_nothing_is_known_before_the_first_build(course: Path) -> None:
    assert not unchanged.holds(unchanged.key(URL))


@pytest.mark.parametrize(
    "touched", ["mkdocs.yml", "docs/en/index.md", "docs/en/new.md", "solutions/a.py"]
)
def test_a_changed_source_asks_for_a_build(course: Path, touched: str) -> None:
    unchanged.note(unchanged.key(URL))
    assert unchanged.holds(unchanged.key(URL))

    (course / touched).write_text("other\n", "utf-8")

    assert not unchanged.holds(unchanged.key(URL))


def test_a_page_touched_by_hand_asks_for_a_build(course: Path) -> None:
    unchanged.note(unchanged.key(URL))

    (course / "site" / "index.html").write_text("<h1>Hallo</h1>", "utf-8")

    assert not unchanged.holds(unchanged.key(URL))


def test_another_address_asks_for_a_build_and_what_the_build_writes_does_not(course: Path) -> None:
    unchanged.note(unchanged.key(URL))
    (course / "docs" / "en" / "assets" / "figures" / "a.svg").write_text("<svg></svg>", "utf-8")

    assert unchanged.holds(unchanged.key(URL))
    assert not unchanged.holds(unchanged.key("https://example.org/other/"))
