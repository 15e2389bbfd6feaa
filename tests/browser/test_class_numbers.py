"""Every number on the class page is counted again from the verdict files of the corpus."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from statistics import mean, median
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

Files = list[dict[str, Any]]


@pytest.fixture(scope="module")
def files(corpus: Path) -> Files:
    """Give the content of every verdict file."""
    return [json.loads(path.read_text("utf-8")) for path in corpus.glob("verdicts/*/*.json")]


@pytest.fixture(scope="module")
def page(corpus: Path) -> BeautifulSoup:
    """Give the class page, in English alone."""
    soup = BeautifulSoup((corpus / "index.html").read_text("utf-8"), "html.parser")
    for japanese in soup.select("[lang=ja]"):
        japanese.decompose()
    return soup


@pytest.fixture(scope="module")
def worth(corpus: Path) -> dict[str, float]:
    """Give what each exercise is worth."""
    return json.loads((corpus / "run.json").read_text("utf-8"))["exercises"]


def words(element: Tag) -> str:
    """Give an element's text in one line."""
    return re.sub(r"\s+", " ", element.get_text(" ")).strip()


def short(value: float) -> str:
    """Write points as the page does."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """Write a share as the page does: only nothing is 0 %, only all is 100 %."""
    rounded = round(100 * share)
    return f"{min(max(rounded, 1), 99) if 0 < share < 1 else rounded} %"


def totals(files: Files, worth: dict[str, float]) -> dict[str, float | None]:
    """Give each student's share of all points; None while one of their verdicts is open."""
    scores: dict[str, float | None] = defaultdict(float)
    for file in files:
        score = scores[file["student"]]
        opened = file["needs_review"] or score is None
        scores[file["student"]] = None if opened else score + file["score"]
    whole = sum(worth.values())
    return {name: None if score is None else score / whole for name, score in scores.items()}


def test_the_facts_at_the_head(page, files, worth):
    """How many students, their average and median, how many have every point or need review."""
    shares = [share for share in totals(files, worth).values() if share is not None]

    shown = {name: words(page.select_one(f"#count-{name}")) for name in
             ("students", "mean", "median", "complete", "review")}  # fmt: skip

    assert shown == {
        "students": str(len({file["student"] for file in files})),
        "mean": percent(mean(shares)),
        "median": percent(median(shares)),
        "complete": str(sum(share == 1 for share in shares)),
        "review": str(sum(file["needs_review"] for file in files)),
    }


def test_the_distribution(page, files, worth):
    """The bars, and the words that stand for them, count the totals in tenths."""
    shares = [share for share in totals(files, worth).values() if share is not None]
    counts = [
        sum(tenth <= min(10 * share + 1e-9, 9.5) < tenth + 1 for share in shares)
        for tenth in range(10)
    ]

    told = words(page.select_one("#bins-told")).partition(": ")[2]
    bars = [int(words(label)) for label in page.select(".bins .label")]

    assert told == ", ".join(map(str, counts))
    assert bars == [count for count in counts if count]


def test_exercise_by_exercise(page, files):
    """How many handed one in, and their average."""
    for row in page.select("[data-average]"):
        own = [file for file in files if file["exercise"] == row["data-average"]]
        settled = [file for file in own if not file["needs_review"]]
        share = sum(file["score"] for file in settled) / sum(file["points"] for file in settled)

        assert [words(cell) for cell in row.select("td")] == [str(len(own)), percent(share)]
    assert len(page.select("[data-average]")) == len({file["exercise"] for file in files})


def test_the_table_of_students(page, files, worth):
    """A row for each, a cell for each exercise, and the total."""
    by_place = {(file["student"], file["exercise"]): file for file in files}
    shares = totals(files, worth)
    rows = page.select("#marks tbody tr")

    for row in rows:
        student = words(row.select_one("th"))
        expected = []
        for exercise in worth:
            file = by_place.get((student, exercise))
            blank = "–" if file is None else "?"
            is_open = file is None or file["needs_review"]
            expected.append(blank if is_open else short(file["score"]))
        share = shares[student]
        expected.append("?" if share is None else short(share * sum(worth.values())))

        assert [words(cell) for cell in row.select("td")] == expected
    assert [words(row.select_one("th")) for row in rows] == sorted(shares)
    assert [words(cell) for cell in page.select("#marks .possible td")] == [
        short(points) for points in (*worth.values(), sum(worth.values()))
    ]


def test_the_misconceptions(page, files):
    """How many have each, who they are, and which are worth teaching again."""
    having: dict[tuple[str, str], set[str]] = defaultdict(set)
    for file in files:
        for check in file["checks"]:
            if check["misconception"]:
                having[file["exercise"], check["misconception"]].add(file["student"])

    shown = {}
    for item in page.select("[data-misconception]"):
        who = {words(link) for link in item.select(".who a")}
        shown[item["data-exercise"], item["data-misconception"]] = who
        assert words(item.select_one("summary b")) == str(len(who)) == item["data-students"]
    taught = [(words(item.select_one("b")), words(item.select_one(".amount span")))
              for item in page.select(".teach > li")]  # fmt: skip

    assert shown == having
    students = len({file["student"] for file in files})
    most = sorted(map(len, having.values()), reverse=True)[: len(taught)]
    assert taught == [
        (percent(count / students), f"{count} of {students} students are not there yet")
        for count in most
    ]


def test_the_pass_rates(page, files):
    """Of each check: how many passed it, of how many that were judged."""
    passed, settled = Counter(), Counter()
    for file in files:
        for check in file["checks"]:
            key = file["exercise"], check["name"]
            passed[key] += check["outcome"] == "passed"
            settled[key] += check["outcome"] != "error"

    shown = {}
    for row in page.select("[data-check]"):
        key = row["data-exercise"], row["data-check"]
        shown[key] = [words(cell) for cell in row.select("td")][1:]

    assert shown == {
        key: [f"{passed[key]} of {settled[key]}", percent(passed[key] / settled[key])]
        for key in settled
    }
