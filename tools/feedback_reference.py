"""The page "what the autograder can tell you": `python -m tools.feedback_reference [--check]`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Course
from autograder.grading import session
from autograder.language import Language, Text, languages
from autograder.report.outcomes import OUTCOMES
from autograder.report.terminal import HINT, READ, SAW
from autograder.sandbox import Limits, Sandbox
from autograder.sandbox.errors import SandboxError
from autograder.sandbox.trusted.subprocess import Subprocess
from autograder.submission import Submission
from autograder.verdict import CheckResult, Outcome
from tests.prove import cases

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGE = "reference/feedback.md"
HEADING = re.compile(r"^ *### (?P<heading>.+?) \{#(?P<key>[\w-]+)\}$", re.MULTILINE)
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
CODE = re.compile(r"(`[^`]*`)")
SPECIAL = re.compile(r"[\\<>&*{}\[\]$#|~]|(?<!\w)_|_(?!\w)")
NUMBER = re.compile(r"-?\d[\d.]*(e[-+]?\d+)?|nan|inf")
MARK = "<!-- What follows is written by `make messages`. -->\n"
# The machine may be busy; how long a submission took is not what this page is about.
PATIENT = Limits(load=120, call=60)


class FeedbackPageError(Exception):
    """The page cannot be made; the message says what was found and where."""


@dataclass(frozen=True)
class Entry:
    """One misconception: where it is explained, and what was said about one wrong program.

    Attributes:
        exercise: the stem.
        key: the misconception.
        heading: of its section in the lesson.
        check: the check that named it, as it came out.
    """

    exercise: str
    key: str
    heading: Text
    check: CheckResult


def lesson(exercise: str, language: Language) -> str:
    """Give the text of an exercise's lesson."""
    return (DOCS / language / "lessons" / f"{exercise}.md").read_text(encoding="utf-8")


def headings(exercise: str) -> dict[str, Text]:
    """Give the misconceptions that a lesson explains, in its order, with their headings."""
    found = {
        language: {
            one["key"]: one["heading"] for one in HEADING.finditer(lesson(exercise, language))
        }
        for language in languages()
    }
    if list(found["en"]) != list(found["ja"]):
        raise FeedbackPageError(f"{exercise}: the lessons explain different misconceptions")
    return {key: Text(en=en, ja=found["ja"][key]) for key, en in found["en"].items()}


def entries(exercise: str, course: Course, sandbox: Callable[[], Sandbox]) -> Iterator[Entry]:
    """Grade one wrong program for each misconception, and give what was said."""
    wrong = [case for case in cases.corpus(exercise) if case.kind is cases.Kind.WRONG]
    explained = headings(exercise)
    unexplained = {key for case in wrong for key in case.expected} - set(explained)
    if unexplained:
        raise FeedbackPageError(f"{exercise}: no lesson explains {sorted(unexplained)}")
    for key, heading in explained.items():
        case = next((case for case in wrong if case.expected == (key,)), None)
        if case is None:
            raise FeedbackPageError(f"{exercise}: no wrong submission has {key} alone")
        yield Entry(exercise, key, heading, _named(case, key, course, sandbox()))


def _named(case: cases.Case, key: str, course: Course, sandbox: Sandbox) -> CheckResult:
    """Grade a case, and give the check that names the misconception."""
    one = course.exercises[case.exercise]
    submission = Submission(case.student, case.exercise, None, case.source)
    verdict = session.alone(submission, one, sandbox)
    if verdict.misconceptions != (key,):
        raise FeedbackPageError(f"{case}: expected {key}, got {verdict.misconceptions}")
    return next(check for check in verdict.checks if check.feedback.misconception == key)


def page(found: list[Entry], language: Language) -> str:
    """Write the page in one language, behind its introduction."""
    introduction, mark, _rest = (DOCS / language / PAGE).read_text(encoding="utf-8").partition(MARK)
    if not mark:
        raise FeedbackPageError(f"{language}/{PAGE}: the introduction must end with {MARK!r}")
    parts = [introduction + MARK]
    for number, exercise in enumerate(dict.fromkeys(entry.exercise for entry in found), start=1):
        match = TITLE.search(lesson(exercise, language))
        title = match[1] if match else exercise
        parts.append(f"## {number}. {title} {{#{exercise}}}\n")
        parts += [_section(entry, language) for entry in found if entry.exercise == exercise]
    return "\n".join(parts)


def _section(entry: Entry, language: Language) -> str:
    """Write one misconception as the terminal tells it, with a link to its lesson."""
    label = OUTCOMES[Outcome.FAILED]
    link = f"../lessons/{entry.exercise}.md#{entry.key}"
    told = (
        (label, escape(entry.check.title.to(language))),
        (SAW, escape(entry.check.feedback.message.to(language))),
        (HINT, escape(entry.check.feedback.hint.to(language))),
        (READ, f"[{entry.heading.to(language)}]({link})"),
    )
    lines = [f"### `{entry.key}` {{#{entry.exercise}-{entry.key}}}\n"]
    lines += [f"{name.to(language)}\n:   {words}\n" for name, words in told]
    return "\n".join(lines)


def escape(words: str) -> str:
    """Give words as Markdown that shows them as they are; code between backticks stays code."""
    return "".join(
        part if CODE.fullmatch(part) else SPECIAL.sub(lambda found: f"&#{ord(found[0])};", part)
        for part in CODE.split(words)
    )


@contextmanager
def sandboxes() -> Iterator[Callable[[], Sandbox]]:
    """Keep a locked sandbox warm; where a layer is missing, our own corpus can be trusted."""
    try:
        from autograder.sandbox.trusted.locked import Locked
        from autograder.sandbox.trusted.zygote_client import Zygote

        zygote = Zygote()
    except (SandboxError, ImportError):  # there is no such thing outside Linux
        yield lambda: Subprocess(PATIENT)
        return
    with zygote:
        yield lambda: Locked(zygote, PATIENT)


def pages() -> dict[Path, str]:
    """Make the page in both languages, from real verdicts of the public checks."""
    course = Course()
    with sandboxes() as sandbox:
        found = [entry for name in course.exercises for entry in entries(name, course, sandbox)]
    return {DOCS / language / PAGE: page(found, language) for language in languages()}


def is_stale(file: Path, text: str) -> bool:
    """Say whether a page says something else; what rounding gives differs between machines."""
    return NUMBER.sub("#", file.read_text(encoding="utf-8")) != NUMBER.sub("#", text)


def main(arguments: list[str] | None = None) -> int:
    """Write the pages, or say which are stale; give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.feedback_reference", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; 1 if one is stale")
    options = parser.parse_args(arguments)
    try:
        stale = {file: text for file, text in pages().items() if is_stale(file, text)}
    except FeedbackPageError as fault:
        print(f"the page of feedback is not made: {fault}", file=sys.stderr)
        return 2
    for file, text in stale.items():
        print(f"{'stale' if options.check else 'written'}: {file.relative_to(ROOT)}")
        if not options.check:
            file.write_text(text, encoding="utf-8")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
