"""What was found about one submission: outcomes, feedback and scores, and their JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any

from autograder.language import NOTHING, SOURCE, Language, Text, UserError, _, languages

VERSION = 1


class VerdictError(UserError):
    """A verdict file that cannot be read; the message says which and why."""


class Outcome(StrEnum):
    """How a check ended; an error is ours, never the student's."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a student is told about one check.

    Attributes:
        message: what we saw, with numbers.
        hint: one idea to try.
        misconception: the kebab-case key of the diagnosed cause, or None.
        line: the line of the submission that matters, counted from 1, or None.
        evidence: plain data behind the message, for pictures (points, paths, figures).
    """

    message: Text = NOTHING
    hint: Text = NOTHING
    misconception: str | None = None
    line: int | None = None
    evidence: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check of one submission, with what it is worth and what was earned.

    Attributes:
        name: the check's.
        title: what it claims.
        outcome: how it ended.
        points: what it is worth.
        feedback: what the student is told.
        hidden: whether it stays on the instructor's machine.
        traceback: of an error of ours, for whoever mends it; no student is shown it.
        seen: what a hidden check saw, for the instructor; no student is shown it.
    """

    name: str
    title: Text
    outcome: Outcome
    points: float
    feedback: Feedback = Feedback()
    hidden: bool = False
    traceback: str = ""
    seen: str = ""

    @property
    def score(self) -> float:
        """The points earned: all of them or none."""
        return self.points if self.outcome is Outcome.PASSED else 0.0

    def to_json(self) -> dict[str, Any]:
        """Return the entry of a verdict file."""
        texts = {
            "title": self.title,
            "message": self.feedback.message,
            "hint": self.feedback.hint,
        }
        return {
            "name": self.name,
            "title": self.title.en,
            "outcome": self.outcome.value,
            "points": self.points,
            "score": self.score,
            "message": self.feedback.message.en,
            "hint": self.feedback.hint.en,
            "misconception": self.feedback.misconception,
            "line": self.feedback.line,
            "hidden": self.hidden,
            "evidence": dict(self.feedback.evidence),
            **({"traceback": self.traceback} if self.traceback else {}),
            **({"seen": self.seen} if self.seen else {}),
            "translations": _translations(texts),
        }

    @classmethod
    def from_json(cls, entry: Mapping[str, Any]) -> CheckResult:
        """Read the entry of a verdict file."""
        return cls(
            name=sys.intern(entry["name"]),
            title=_text(entry, "title"),
            outcome=Outcome(entry["outcome"]),
            points=entry["points"],
            feedback=Feedback(
                message=_text(entry, "message"),
                hint=_text(entry, "hint"),
                misconception=entry["misconception"],
                line=entry.get("line"),
                evidence=entry.get("evidence", {}),
            ),
            hidden=entry.get("hidden", False),
            traceback=entry.get("traceback", ""),
            seen=entry.get("seen", ""),
        )


@dataclass(frozen=True)
class Verdict:
    """All that was found about one submission; written once, rendered many times.

    Attributes:
        student: who handed it in.
        exercise: the stem of the exercise.
        checks: the results, in the order of the check files.
        notes: what happened on the way that a student should know, such as a stand-in.
        output: what the student's code printed, cut at a sane length.
        source: the student's code as it was run, for feedback that points into it.
        sandbox: the layers of isolation in force.
        key: a digest of everything that the verdict depends on, to know when it is stale.
        inputs: the fingerprint of the secret that random inputs followed from; "" at home.
    """

    student: str
    exercise: str
    checks: tuple[CheckResult, ...]
    notes: tuple[Text, ...] = ()
    output: str = ""
    source: str = ""
    sandbox: tuple[str, ...] = ()
    key: str = ""
    inputs: str = ""

    @property
    def score(self) -> float:
        """The points earned."""
        return float(sum(check.score for check in self.checks))

    @property
    def points(self) -> float:
        """The points that could be earned."""
        return float(sum(check.points for check in self.checks))

    @property
    def needs_review(self) -> bool:
        """Whether something of ours went wrong, so that the score means nothing yet."""
        return any(check.outcome is Outcome.ERROR for check in self.checks)

    @property
    def is_full(self) -> bool:
        """Whether every point was earned."""
        return not self.needs_review and self.score == self.points

    @property
    def misconceptions(self) -> tuple[str, ...]:
        """The keys that were diagnosed, each once, in the order of the checks."""
        keys = (check.feedback.misconception for check in self.checks)
        return tuple(dict.fromkeys(key for key in keys if key))

    @property
    def tracebacks(self) -> str:
        """The tracebacks of our own errors, each under its check; "" where there are none."""
        return self._under_checks("traceback")

    @property
    def seen(self) -> str:
        """What hidden checks saw, each under its check; "" where none has anything to hide."""
        return self._under_checks("seen")

    def _under_checks(self, part: str) -> str:
        return "".join(
            f"{self.student} {self.exercise} {check.name}\n{content.rstrip()}\n"
            for check in self.checks
            if (content := getattr(check, part))
        )

    def lean(self) -> Verdict:
        """Return the verdict without the student's code, prints and pictures."""
        checks = tuple(
            replace(check, feedback=replace(check.feedback, evidence={}))
            if check.feedback.evidence
            else check
            for check in self.checks
        )
        return replace(self, source="", output="", checks=checks)

    def to_json(self) -> dict[str, Any]:
        """Return the content of the verdict file."""
        return {
            "version": VERSION,
            "student": self.student,
            "exercise": self.exercise,
            "score": self.score,
            "points": self.points,
            "needs_review": self.needs_review,
            "key": self.key,
            "checks": [check.to_json() for check in self.checks],
            "notes": [note.words() for note in self.notes],
            "output": self.output,
            "source": self.source,
            "sandbox": list(self.sandbox),
            "inputs": self.inputs,
        }

    def dumps(self) -> str:
        """Return the verdict file's text; the same verdict gives the same bytes.

        A line for each part and each check: as readable, and far cheaper than indenting it all.
        """
        lines = (f" {_json(name)}: {_lines(part)}" for name, part in self.to_json().items())
        return "{\n" + ",\n".join(lines) + "\n}\n"

    @classmethod
    def loads(cls, text: str) -> Verdict:
        """Read a verdict file's text.

        Raises:
            VerdictError: it is no verdict, or of a version that we do not know.
        """
        try:
            content = json.loads(text)
            if content["version"] != VERSION:
                raise VerdictError(
                    _("version {found!r}, expected {expected}").format(
                        found=content["version"], expected=VERSION
                    )
                )
            return cls(
                student=content["student"],
                exercise=content["exercise"],
                checks=tuple(CheckResult.from_json(entry) for entry in content["checks"]),
                notes=tuple(Text(**note) for note in content["notes"]),
                output=content["output"],
                source=content["source"],
                sandbox=tuple(content["sandbox"]),
                key=content["key"],
                inputs=content.get("inputs", ""),
            )
        except (KeyError, TypeError, ValueError) as fault:
            raise VerdictError(_("not a verdict: {reason!r}").format(reason=fault)) from fault


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, allow_nan=False)


def _lines(content: Any) -> str:
    """Give JSON, the items of a list each on a line of its own."""
    if isinstance(content, list) and content:
        return "[\n  " + ",\n  ".join(map(_json, content)) + "\n ]"
    return _json(content)


def _translations(texts: Mapping[str, Text]) -> dict[Language, dict[str, str]]:
    """Return every text in every language but the source's, which stands beside it."""
    return {
        language: {name: text.to(language) for name, text in texts.items()}
        for language in languages()
        if language != SOURCE
    }


def _text(entry: Mapping[str, Any], name: str) -> Text:
    """Read one text of a verdict file's entry, in every language that it has."""
    others = entry.get("translations", {})
    return _shared(
        entry[name],
        *((language, words[name]) for language, words in others.items() if name in words),
    )


@lru_cache(maxsize=4096)
def _shared(source: str, *others: tuple[Language, str]) -> Text:
    """Return one text for all that read alike: a class has thousands of the same titles."""
    return Text(**{SOURCE: source}, **dict(others))
