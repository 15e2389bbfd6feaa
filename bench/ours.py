"""Grade a class as `autograder grade` does, to verdict files, without the pages: for measuring."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from autograder.course import Course
from autograder.grading import executors
from autograder.grading.batch import grade_class
from autograder.sandbox.kind import Kind
from autograder.submission import find
from autograder.verdict.results import Results

from . import students


def main() -> None:
    """Grade, and leave the verdicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("submissions", type=Path)
    parser.add_argument("results", type=Path)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--sandbox", type=Kind, default=Kind.LOCKED)
    parser.add_argument("--again", action="store_true", help="keep what was graded before")
    given = parser.parse_args()
    if not given.again:
        shutil.rmtree(given.results, ignore_errors=True)
    course = Course.at(students.ROOT)
    found = find(given.submissions, list(course.exercises))
    results = Results(given.results)
    crew = executors.processes(given.processes)
    for _graded in grade_class(found.submissions, course, results, given.sandbox, crew):
        pass


if __name__ == "__main__":
    main()
