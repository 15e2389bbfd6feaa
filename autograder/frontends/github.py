"""Run in a GitHub workflow: check what was pushed, write the summary, report the points.

The result is in the form that autograding-grading-reporter reads from its environment
(https://github.com/classroom-resources/autograding-grading-reporter): JSON in base64.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from autograder.course import Course
from autograder.frontends import one_student
from autograder.language import Language, _, languages
from autograder.sandbox.kind import Kind
from autograder.submission import SubmissionError
from autograder.verdict import Outcome, Verdict, files

WORKFLOW = Path(".github/workflows/classroom.yml")
MARKS = {
    Outcome.PASSED: "✅",
    Outcome.FAILED: "❌",
    Outcome.SKIPPED: "➖",
    Outcome.ERROR: "⚠️",
}
YAML = """\
# Checks every push with the course's public checks and reports the points to GitHub Classroom.
name: Autograding Tests
on:
  - push
  - workflow_dispatch
permissions:
  checks: write
  actions: read
  contents: read
jobs:
  run-autograding-tests:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    if: github.actor != 'github-classroom[bot]'
    steps:
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: python -m pip install {package}
      - id: kobai
        run: python -m autograder.frontends.github . --language {language}
        env:
          MPLBACKEND: agg
      - uses: classroom-resources/autograding-grading-reporter@v1
        if: always() && steps.kobai.outputs.result != ''
        env:
          KOBAI_RESULTS: ${{{{ steps.kobai.outputs.result }}}}
        with:
          runners: kobai
"""


def classroom_workflow(language: Language, package: str) -> str:
    """Return the workflow for the assignment's template repository, to be saved as ``WORKFLOW``.

    Args:
        language: of the summary.
        package: what pip installs: a name, name==version, or an address of a wheel or repository.
    """
    return YAML.format(language=language, package=json.dumps(package))


def write_workflow(repository: Path, language: Language, package: str) -> Path:
    """Write the workflow into a repository, and give its path; one that is there stays.

    Raises:
        FileExistsError: there is another one.
        OSError: it cannot be written, or there is no such folder.
    """
    if not repository.is_dir():
        raise NotADirectoryError(f"{repository} is no folder; give the template repository's")
    path = repository / WORKFLOW
    text = classroom_workflow(language, package)
    if path.exists() and path.read_text(encoding="utf-8") != text:
        raise FileExistsError(f"{path} is there already; remove it to have a new one written")
    files.write(path, text, mode=0o644)
    return path


def summary(
    verdicts: Mapping[str, Verdict], points: Mapping[str, float], language: Language
) -> str:
    """Return the page that GitHub shows with the run, in its Markdown."""
    blocks = []
    for exercise, most in points.items():
        verdict = verdicts.get(exercise)
        earned = verdict.score if verdict else 0.0
        heading = _("{exercise}: {score} of {points} points").format(
            exercise=exercise, score=f"{earned:g}", points=f"{most:g}"
        )
        blocks.append(f"## {heading.to(language)}")
        if verdict is None:
            missing = _("There is no {exercise}.py or .ipynb.").format(exercise=exercise)
            blocks.append(missing.to(language))
            continue
        blocks.extend(f"> {_plain(note.to(language))}" for note in verdict.notes)
        for check in verdict.checks:
            words = [_plain(line) for line in one_student.words(check, language)]
            title = f"- {MARKS[check.outcome]} {_plain(check.title.to(language))}"
            blocks.append("\n".join([title, *(f"  <br>{line}" for line in words)]))
    return "\n\n".join(blocks) + "\n"


def report(verdicts: Iterable[Verdict], points: Mapping[str, float]) -> dict[str, Any]:
    """Return what the reporter of GitHub Classroom adds up: the score of each exercise."""
    found = {verdict.exercise: verdict for verdict in verdicts}
    tests = [
        {
            "name": exercise,
            "status": "pass" if exercise in found and found[exercise].is_full else "fail",
            "score": found[exercise].score if exercise in found else 0.0,
            "message": None,
            "test_code": f"autograder check {exercise}.py",
            "filename": "",
            "line_no": 0,
            "execution_time": None,
        }
        for exercise in points
    ]
    has_error = any(verdict.needs_review for verdict in found.values())
    passed = all(test["status"] == "pass" for test in tests)
    return {
        "version": 1,
        "status": "error" if has_error else "pass" if passed else "fail",
        "max_score": sum(points.values()),
        "tests": tests,
    }


def main(arguments: list[str] | None = None) -> int:
    """Check the files of a repository; exit 0 with every point, else 1."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=languages(), default="en")
    given = parser.parse_args(arguments)
    course = Course.around(Path.cwd())
    student = os.environ.get("GITHUB_ACTOR") or "student"
    try:
        # The runner is thrown away, and holds nothing but the student's own files.
        verdicts = one_student.verdicts(given.folder, student, course, Kind.TRUST)
    except SubmissionError as fault:
        print(f"::error::{_command(fault.text.to(given.language))}")
        verdicts = {}
    page = summary(verdicts, course.points, given.language)
    print(page)
    _append("GITHUB_STEP_SUMMARY", page)
    content = report(verdicts.values(), course.points)
    encoded = base64.b64encode(json.dumps(content).encode()).decode()
    _append("GITHUB_OUTPUT", f"result={encoded}\n")
    return 0 if content["status"] == "pass" else 1


def _append(variable: str, text: str) -> None:
    """Add to the file that the runner names in a variable, where there is a runner."""
    path = os.environ.get(variable)
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)


def _plain(text: str) -> str:
    """Return a student's or our words so that Markdown shows them and nothing else, on one line."""
    line = " ".join(text.split())
    for sign in ("&", "<", ">"):
        line = line.replace(sign, {"&": "&amp;", "<": "&lt;", ">": "&gt;"}[sign])
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!|~$@" else sign for sign in line)


def _command(text: str) -> str:
    """Escape a message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


if __name__ == "__main__":
    sys.exit(main())
