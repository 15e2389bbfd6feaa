"""nbgrader's formgrader in a running JupyterLab, seen in a browser, for a class that we graded.

    python tests/nbgrader/formgrader.py FOLDER PICTURE.png

makes a class of ten in a new FOLDER, grades it with `autograder grade`, hands it to nbgrader with
`autograder export nbgrader`, and takes the picture.
"""

import json
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import round_trip
from playwright.sync_api import FrameLocator, Page, sync_playwright
from round_trip import ASSIGNMENT, COURSE, Classroom

from autograder.course.release import release
from docs.screenshots.take import save

CLASS_SIZE = 10
# Whom the instructor has entered by name; the last of the class is not among them.
ENTERED = (
    *("Yamada,Hanako", "Sato,Ren", "Müller,Jonas", "Dubois,Léa", "Rossi,Giulia"),
    *("Suzuki,Aoi", "Novak,Eva", "Tanaka,Yui", "Okafor,Chidi"),
)
STAMP = "2026-11-20 09:{number:02d}:00.000000 UTC\n"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# It asks whether news are wanted, in front of the page.
NEWS = "@jupyterlab/apputils-extension:announcements"
# The columns of the formgrader's table.
NAME, ID, STATUS, SCORE = 0, 1, 3, 4
BIN = Path(sys.executable).parent


def graded_class(folder: Path) -> Classroom:
    """Make a class of ten as `nbgrader collect` leaves it, and grade it with our commands."""
    room = round_trip.open_classroom(folder)
    release(room.course)
    room.instructor("generate_assignment", ASSIGNMENT, "--force")
    table = folder / "students.csv"
    rows = [f"{student(number)},{name}" for number, name in enumerate(ENTERED)]
    table.write_text("\n".join(["id,last_name,first_name", *rows]) + "\n", encoding="utf-8")
    room.instructor("db", "student", "import", str(table))
    for number in range(CLASS_SIZE):
        collected(room, number)
    for command in (
        ("grade", "submitted", "--output", "results"),
        ("export", "nbgrader", "results"),
    ):
        subprocess.run(
            [BIN / "autograder", *command, "--language", "en"],
            cwd=room.course,
            env=round_trip.environment(folder),
            check=True,
        )
    return room


def student(number: int) -> str:
    """The id of one of the class."""
    return f"student-{number:02d}"


def collected(room: Classroom, number: int) -> None:
    """Put a student's notebooks where `nbgrader collect` puts them, each with other mistakes."""
    place = room.course / "submitted" / student(number) / ASSIGNMENT
    place.mkdir(parents=True)
    (place / "timestamp.txt").write_text(STAMP.format(number=number))
    for path in sorted((room.course / "exercises" / ASSIGNMENT).glob("*.ipynb")):
        corpus = sorted((COURSE / "tests" / "submissions" / path.stem / "wrong").glob("*.py"))
        code = corpus[number * len(corpus) // CLASS_SIZE].read_text(encoding="utf-8")
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("solution"):
                cell.source, code = code, ""
        nbformat.write(notebook, place / path.name)


@contextmanager
def jupyterlab(room: Classroom) -> Iterator[str]:
    """Run JupyterLab in the course's folder, and give its address with the token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    address = f"http://127.0.0.1:{port}"
    command = [BIN / "jupyter", "lab", "--no-browser", f"--port={port}", "--allow-root"]
    command += [f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={room.course}"]
    settings = room.folder / "jupyter" / ".jupyter" / "labconfig"
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "page_config.json").write_text(json.dumps({"disabledExtensions": {NEWS: True}}))
    with (room.folder / "jupyterlab.log").open("w") as log:
        server = subprocess.Popen(
            command,
            cwd=room.course,
            env=round_trip.environment(room.folder),
            stdout=log,
            stderr=log,
        )
        try:
            wait_for(f"{address}/api?token={token}", server)
            yield f"{address}/lab?token={token}"
        finally:
            server.terminate()
            server.wait(30)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return when the server answers."""
    for _attempt in range(240):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.5)
    raise AssertionError("JupyterLab does not answer; see jupyterlab.log")


@contextmanager
def opened(address: str) -> Iterator[Page]:
    """Open a page in the machine's browser, or else in Playwright's own."""
    installed = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=["--no-sandbox"])
        try:
            page = browser.new_page(
                viewport={"width": 1400, "height": 1000}, device_scale_factor=1.5
            )
            page.set_default_timeout(120_000)
            page.goto(address)
            yield page
        finally:
            browser.close()


def formgrader(page: Page) -> FrameLocator:
    """Open the formgrader as an instructor does, by JupyterLab's menu."""
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Formgrader", exact=True).click()
    return page.frame_locator("iframe")


def submissions(frame: FrameLocator) -> dict[str, tuple[str, str, str]]:
    """Go to the assignment's table of submissions, and give each one's name, status and score."""
    frame.get_by_role("link", name=str(CLASS_SIZE), exact=True).click()
    rows = frame.locator("tbody tr")
    rows.filter(has_text="student-").nth(CLASS_SIZE - 1).wait_for()
    found = {}
    for row in rows.all():
        cells = [cell.inner_text().strip() for cell in row.locator("td").all()]
        found[cells[ID]] = (cells[NAME], cells[STATUS], cells[SCORE])
    return found


def notebook(frame: FrameLocator, exercise: str) -> str:
    """Go to the first notebook of an exercise, and give all that its page says."""
    frame.get_by_role("link", name="Manual Grading").first.click()
    frame.get_by_role("link", name=ASSIGNMENT, exact=True).click()
    frame.get_by_role("link", name=exercise, exact=True).click()
    frame.locator("tbody tr td a").first.click()
    frame.locator("#notebook").first.wait_for()
    return frame.locator("body").inner_text()


def main() -> None:
    """Make the class, take the picture."""
    folder, picture = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True)
    with jupyterlab(graded_class(folder)) as address, opened(address) as page:
        submissions(formgrader(page))
        save(page.screenshot(), picture)


if __name__ == "__main__":
    main()
