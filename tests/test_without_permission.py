"""Places that may not be read or written: a clear sentence, and nothing is left half written."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

COURSE = Path(__file__).parent.parent
COMMAND = Path(sys.executable).with_name("autograder")
# Root reads and writes everything, unless it gives these two up.
ORDINARY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")


@pytest.fixture
def room():
    """A folder that everybody may enter, with a student's work in it."""
    folder = Path(tempfile.mkdtemp(prefix="kobai-"))
    folder.chmod(0o755)
    work = folder / "class" / "mia"
    work.mkdir(parents=True)
    shutil.copy(COURSE / "exercises" / "plotting.py", work)
    yield folder
    for place in folder.iterdir():
        place.chmod(0o755)
    shutil.rmtree(folder)


def refused(*arguments: object) -> str:
    """Run the command with no more rights than a file gives, and give what it said."""
    done = subprocess.run(
        [*(ORDINARY if os.geteuid() == 0 else ()), COMMAND, *map(str, arguments)],
        cwd=COURSE,
        env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def contents(folder: Path) -> list[Path]:
    """Everything that lies in a folder."""
    return sorted(folder.rglob("*"))


def closed(room: Path, name: str, mode: int) -> Path:
    """A folder with few rights."""
    place = room / name
    place.mkdir()
    place.chmod(mode)
    return place


def test_a_class_that_may_not_be_read_is_an_error_in_words(room):
    """The place and the reason."""
    place = closed(room, "locked", 0o000)

    said = refused("grade", place, "--output", room / "results")

    assert "is not readable" in said
    assert not (room / "results").exists()


def test_results_that_may_not_be_written_are_known_before_grading(room):
    """Nobody waits for an hour to be told so."""
    place = closed(room, "results", 0o555)

    said = refused("grade", room / "class", "--output", place, "--sandbox", "trust")

    assert "Permission denied" in said
    assert contents(place) == []


def test_a_box_that_may_not_be_written_takes_nothing(room):
    """The student reads that nothing was handed in."""
    place = closed(room, "box", 0o555)

    said = refused("submit", room / "class" / "mia", "--to", place, "--student", "mia")

    assert "Permission denied. Nothing was handed in." in said
    assert contents(place) == []


def test_an_exchange_that_may_not_be_written_takes_nothing(room):
    """nbgrader's own reason, in our sentence."""
    pytest.importorskip("nbgrader")
    place = closed(room, "exchange", 0o555)

    said = refused(
        *("submit", room / "class" / "mia", "--to", "nbgrader", "--student", "mia"),
        *("--exchange", place),
    )

    assert "nbgrader did not take it: " in said
    assert f"please contact your instructor: {place}" in said
    assert "SubmitApp" not in said
    assert contents(place) == []
