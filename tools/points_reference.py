"""The page "what each check is worth": `python -m tools.points_reference [--check]`."""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from autograder.course import Course
from autograder.course.exercise import Check, Exercise
from autograder.language import Language, Text, languages

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGE = "reference/points.md"
REASONS = Path(__file__).with_name("points_reasons.toml")
MARK = "<!-- What follows is written by `make messages`. -->\n"
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)

HEAD = {
    "en": "| check | points | all in all | why |",
    "ja": "| 項目 | 配点 | 合わせて | 理由 |",
}
HIDDEN = {"en": " (hidden)", "ja": "（非公開）"}
COLON = {"en": ": ", "ja": "："}
SUM = {"en": "{points:g} points", "ja": "{points:g} 点"}


class PointsPageError(Exception):
    """The page cannot be made; the message says what was found and where."""


def reasons(course: Course) -> dict[tuple[str, str], Text]:
    """Give the reason for each check's weight, by exercise and check."""
    content = tomllib.loads(REASONS.read_text(encoding="utf-8"))
    found = {
        (exercise, check): Text(en=reason["en"], ja=reason["ja"])
        for exercise, checks in content.items()
        for check, reason in checks.items()
    }
    wanted = {(one.name, check.name) for one in course.exercises.values() for check in one.checks}
    if set(found) != wanted:
        told = [
            *(f"lacks [{'.'.join(one)}]" for one in sorted(wanted - set(found))),
            *(f"has [{'.'.join(one)}], which is no check" for one in sorted(set(found) - wanted)),
        ]
        raise PointsPageError(f"{REASONS.relative_to(ROOT)} {'; '.join(told)}")
    return found


def at_most(exercise: Exercise, check: Check) -> float:
    """Give what is lost at most where a check fails and nothing else is wrong.

    That is said beside its reason where one cause takes along what does not need the check; a
    course of somebody else's says nothing.
    """
    content = tomllib.loads(REASONS.read_text(encoding="utf-8"))
    said = content.get(exercise.name, {}).get(check.name, {}).get("at_most", 0)
    return max(float(said), at_stake(check, exercise))


def at_stake(check: Check, exercise: Exercise) -> float:
    """Give the points of a check and of all that means nothing until it passes."""
    lost = {check.name}
    while more := [
        one.name for one in exercise.checks if one.name not in lost and lost & set(one.needs)
    ]:
        lost.update(more)
    return sum(one.points for one in exercise.checks if one.name in lost)


def page(course: Course, language: Language) -> str:
    """Write the page in one language, behind its introduction."""
    introduction, mark, _rest = (DOCS / language / PAGE).read_text(encoding="utf-8").partition(MARK)
    if not mark:
        raise PointsPageError(f"{language}/{PAGE}: the introduction must end with {MARK!r}")
    why = reasons(course)
    parts = [introduction + MARK]
    for number, exercise in enumerate(course.exercises.values(), start=1):
        parts += _section(exercise, number, why, language)
    return "\n".join(parts) + "\n"


def _section(
    exercise: Exercise, number: int, why: dict[tuple[str, str], Text], language: Language
) -> Iterator[str]:
    lesson = (DOCS / language / "lessons" / f"{exercise.name}.md").read_text(encoding="utf-8")
    match = TITLE.search(lesson)
    total = COLON[language] + SUM[language].format(points=exercise.points)
    yield f"## {number}. {match[1] if match else exercise.name}{total} {{#{exercise.name}}}\n"
    yield HEAD[language]
    yield "|---|--:|--:|---|"
    for check in exercise.checks:
        title = check.title.to(language).replace("|", "\\|").replace("*", "\\*")
        hidden = HIDDEN[language] if check.hidden else ""
        stake = at_most(exercise, check)
        yield (
            f"| {title}{hidden} | {check.points:g} | {stake:g} "
            f"| {why[exercise.name, check.name].to(language)} |"
        )
    yield ""


def pages() -> dict[Path, str]:
    """Make the page in both languages, from the checks."""
    course = Course.at(ROOT)
    return {DOCS / language / PAGE: page(course, language) for language in languages()}


def main(arguments: list[str] | None = None) -> int:
    """Write the pages, or say which are stale; give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.points_reference", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; 1 if one is stale")
    options = parser.parse_args(arguments)
    try:
        made = pages()
    except PointsPageError as fault:
        print(f"the page of points is not made: {fault}", file=sys.stderr)
        return 2
    stale = {file: text for file, text in made.items() if file.read_text("utf-8") != text}
    for file, text in stale.items():
        print(f"{'stale' if options.check else 'written'}: {file.relative_to(ROOT)}")
        if not options.check:
            file.write_text(text, encoding="utf-8")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
