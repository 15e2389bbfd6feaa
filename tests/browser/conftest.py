"""Feedback pages in a browser, opened as files: as a student opens the one they were sent."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from verdicts import EXERCISES, a_class, gallery

from autograder import gradebook, report
from autograder.verdict.results import Results

ROOT = Path(__file__).resolve().parents[2]
CLASS = ROOT / "examples" / "class"
SUBMISSIONS = ROOT / "tests" / "submissions"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
POINTS = dict.fromkeys(EXERCISES, 15.0)


class Reader:
    """One visitor, who notes what a page complains about and what it asks of the network."""

    def __init__(self, browser: Browser, **settings: Any) -> None:
        """Open a context with its own settings."""
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.context = browser.new_context(**settings)

    def open(self, file: Path) -> Page:
        """Open a page."""
        page = self.context.new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(file.as_uri())
        return page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give one browser for all tests: the machine's Chromium, else Playwright's own."""
    installed = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Any]:
    """Give a way to open visitors with their own settings; all are closed at the end."""
    readers: list[Reader] = []

    def visit(**settings: Any) -> Reader:
        readers.append(Reader(browser, **settings))
        return readers[-1]

    yield visit
    for each in readers:
        each.context.close()


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the pages of examples/class, graded, and of one student with every picture there is."""
    folder = tmp_path_factory.mktemp("results")
    _grade(CLASS, folder)
    own = folder / "gallery"
    report.write(Results(own), gallery(), report.Shown(points=POINTS))
    return folder


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the results of a class made of every submission that there is."""
    students = tmp_path_factory.mktemp("students")
    shutil.copytree(CLASS, students, dirs_exist_ok=True)
    for file in SUBMISSIONS.glob("*/*/*.py"):
        exercise, kind = file.parts[-3:-1]
        own = students / f"{exercise}-{kind}-{file.stem}"
        own.mkdir()
        shutil.copy(file, own / f"{exercise}.py")
    folder = tmp_path_factory.mktemp("corpus")
    _grade(students, folder)
    return folder


@pytest.fixture(scope="session")
def large_class(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the class page of 2,000 students."""
    folder = tmp_path_factory.mktemp("large")
    everyone = list(a_class(2000))
    book, counts = gradebook.of(everyone, POINTS), report.Counts.of(everyone)
    file = folder / "index.html"
    file.write_text(
        report.class_page(book, counts, report.Shown(), Results(folder)), encoding="utf-8"
    )
    return file


def _grade(students: Path, folder: Path) -> None:
    """Grade a class by the command; it is ours, so where no wall can be built it is trusted."""
    command = [sys.executable, "-m", "autograder", "grade", str(students), "--output", str(folder)]
    for sandbox in ("locked", "trust"):
        done = subprocess.run(
            [*command, "--sandbox", sandbox, "--quiet"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            return
    raise RuntimeError(done.stderr)
