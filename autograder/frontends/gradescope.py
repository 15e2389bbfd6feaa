"""Run in Gradescope's container: grade one submission and write results.json.

The form is that of https://gradescope-autograders.readthedocs.io/en/latest/specs/.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.course import Course
from autograder.frontends import one_student
from autograder.language import Language, Text, _, languages
from autograder.sandbox.errors import SandboxError
from autograder.sandbox.kind import Kind
from autograder.submission import SubmissionError
from autograder.verdict import CheckResult, Outcome, Verdict, files

HOME = Path("/autograder")


def results(
    verdicts: Mapping[str, Verdict], points: Mapping[str, float], language: Language
) -> dict[str, Any]:
    """Give results.json: a test for every check, with its words; what is missing has one of 0."""
    tests = []
    for exercise, most in points.items():
        verdict = verdicts.get(exercise)
        if verdict is None:
            missing = _("There is no {exercise}.py or .ipynb.").format(exercise=exercise)
            tests.append(_missing(exercise, most, missing, language))
        else:
            tests.extend(_test(exercise, check, language) for check in verdict.checks)
    notes = [
        f"{verdict.exercise}: {note.to(language)}"
        for verdict in verdicts.values()
        for note in verdict.notes
    ]
    return {
        "output": "\n".join(notes),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        # What a student's program prints is in our own words already, cut at a sane length.
        "stdout_visibility": "hidden",
        "tests": tests,
    }


def _test(exercise: str, check: CheckResult, language: Language) -> dict[str, Any]:
    return {
        "name": f"{exercise}: {check.title.to(language)}",
        "score": check.score,
        "max_score": check.points,
        "status": "passed" if check.outcome is Outcome.PASSED else "failed",
        "output": "\n".join(one_student.words(check, language)),
        "visibility": "visible",
    }


def _missing(exercise: str, most: float, why: Text, language: Language) -> dict[str, Any]:
    return {
        "name": exercise,
        "score": 0.0,
        "max_score": most,
        "status": "failed",
        "output": why.to(language),
        "visibility": "visible",
    }


def student(home: Path) -> str:
    """Return the student by whom inputs are seeded: the submitter's e-mail address or number."""
    try:
        content = json.loads((home / "submission_metadata.json").read_text(encoding="utf-8"))
        first = content["users"][0]
        return str(first.get("email") or first["id"])
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError):
        return "student"


def main(arguments: list[str] | None = None) -> int:
    """Grade what lies in the container; an error of ours leaves no score and is shown to staff."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--language", choices=languages(), default="en")
    parser.add_argument("--sandbox", type=Kind, choices=list(Kind), default=Kind.LOCKED)
    parser.add_argument("--home", type=Path, default=HOME)
    given = parser.parse_args(arguments)
    home: Path = given.home
    course = Course.at(home / "source" / "course")
    try:
        verdicts = one_student.verdicts(home / "submission", student(home), course, given.sandbox)
    except SubmissionError:
        verdicts = {}
    except SandboxError as fault:
        print(f"{fault}\n(or export again with --sandbox trust)", file=sys.stderr)
        return 2
    review = [name for name, verdict in verdicts.items() if verdict.needs_review]
    if review:
        # Without results.json Gradescope tells the staff, and gives nobody a zero.
        print(
            f"an error of the grader, not of the student, in: {', '.join(review)}", file=sys.stderr
        )
        return 1
    content = results(verdicts, course.points, given.language)
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    files.write(home / "results" / "results.json", f"{text}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
