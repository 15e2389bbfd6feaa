"""What each rendering of a verdict says, read back from it: the same from all of them.

A rendering is the page, the notebook's frame (a page in an attribute) or the terminal's text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from autograder.language import Language
from autograder.report.numbers import number
from autograder.report.outcomes import OUTCOMES
from autograder.report.terminal import SAW
from autograder.report.visible import visible
from autograder.verdict import Outcome, Verdict

VOID = {"meta", "input", "br", "img", "link", "hr", "wbr"}


@dataclass(frozen=True)
class Told:
    """One check as a reader is told of it; the message only where it failed."""

    title: str
    outcome: str
    message: str = ""


@dataclass(frozen=True)
class Shown:
    """One verdict as it is shown: "4/6", or "?" while it is open, and its checks."""

    exercise: str
    points: str
    checks: tuple[Told, ...]


def of_verdict(verdict: Verdict, language: Language) -> Shown:
    """Give what every rendering should say."""
    earned = f"{number(verdict.score)}/{number(verdict.points)}"
    return Shown(
        exercise=verdict.exercise,
        points="?" if verdict.needs_review else earned,
        checks=tuple(
            Told(
                title=_plain(check.title.to(language)),
                outcome=check.outcome.value,
                message=_plain(check.feedback.message.to(language))
                if check.outcome is Outcome.FAILED
                else "",
            )
            for check in verdict.checks
        ),
    )


def of_terminal(text: str, language: Language) -> Shown:
    """Read what the terminal printed when it was piped."""
    lines = text.split("\n")
    exercise, _colon, score = lines[0].partition(": ")
    words = {label.to(language): outcome.value for outcome, label in OUTCOMES.items()}
    checks: list[Told] = []
    for line in lines[1:]:
        label, _space, rest = line.strip().partition(" ")
        outcome = next((word for word in words if line.startswith(f"  {word} ")), None)
        if outcome is not None:
            title = line.removeprefix(f"  {outcome} ").strip()
            checks.append(Told(_plain(title), words[outcome]))
        elif checks and label == SAW.to(language):
            checks[-1] = _with(checks[-1], rest)
        elif checks and line.startswith(" " * 12) and checks[-1].message:
            checks[-1] = _with(checks[-1], f"{checks[-1].message}\n{line}")
    failed = Outcome.FAILED.value
    return Shown(
        exercise,
        _points(score, language),
        tuple(one if one.outcome == failed else Told(one.title, one.outcome) for one in checks),
    )


def of_notebook(frame: str, language: Language) -> Shown:
    """Read the page in the frame that a notebook shows."""
    found = re.search(r'srcdoc="([^"]*)"', frame)
    assert found
    (shown,) = of_page(html.unescape(found[1]), language)
    return shown


def of_page(page: str, language: Language) -> tuple[Shown, ...]:
    """Read a student's page: a verdict for each exercise."""
    reader = _Reader(language)
    reader.feed(page)
    return tuple(reader.shown())


class _Reader(HTMLParser):
    """Collects, in one language, the words of the elements that tell of a verdict."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._open: list[tuple[str, bool, str | None]] = []
        self._sections: list[tuple[str, list[str], list[dict[str, str]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        kind = own.get("class", "").split(" ")
        is_other = tag != "html" and own.get("lang", self._language) != self._language
        if tag == "section" and "exercise" in kind:
            self._sections.append(("", [], []))
        if "data-check" in own:
            outcome, score = own["data-outcome"], f"{own['data-score']}/{own['data-points']}"
            entry = {"outcome": outcome, "score": score, "title": "", "message": ""}
            self._sections[-1][2].append(entry)
        role = {"h2": "exercise", "h3": "title"}.get(tag) if self._sections else None
        role = "message" if "saw" in kind else "points" if {"share"} & set(kind) else role
        role = "skip" if tag == "b" and self._role() == "message" else role
        if tag not in VOID:
            self._open.append((tag, is_other, role))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not self._sections or any(is_other for _tag, is_other, _role in self._open):
            return
        name, points, checks = self._sections[-1]
        match self._role():
            case "exercise":
                self._sections[-1] = (name + data, points, checks)
            case "points":
                points.append(data)
            case "title" | "message" as role if checks:
                checks[-1][role] += data

    def _role(self) -> str | None:
        roles = [role for _tag, _other, role in self._open if role]
        return roles[-1] if roles else None

    def shown(self) -> Iterator[Shown]:
        """Give what was read."""
        for name, points, checks in self._sections:
            yield Shown(
                exercise=name.strip(),
                points=_points("".join(points), self._language),
                checks=tuple(
                    Told(
                        _plain(check["title"]),
                        check["outcome"],
                        _plain(check["message"])
                        if check["outcome"] == Outcome.FAILED.value
                        else "",
                    )
                    for check in checks
                ),
            )


def _with(told: Told, message: str) -> Told:
    return Told(told.title, told.outcome, _plain(message))


def _points(words: str, language: Language) -> str:
    """Read "4 of 6 points", in Japanese "6 点中 4 点"; "?" where there are no two numbers."""
    numbers = re.findall(r"\d+(?:\.\d+)?", words)
    if len(numbers) != 2:
        return "?"
    return "/".join(numbers if language == "en" else reversed(numbers))


def _plain(words: str) -> str:
    """Give words without marks of code and without breaks: these differ by rendering."""
    return re.sub(r"\s+", " ", visible(words).replace("`", "")).strip()
