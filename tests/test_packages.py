"""What is published: a wheel and an sdist that bring the course along, not its answers."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from autograder.course import Course, wheel

ROOT = Path(__file__).parents[1]
# What a licence and a build tool add to a wheel, beside what the zip for students holds.
ADDED = {"LICENSE", "METADATA", "RECORD", "WHEEL"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build both packages, as `make dist` does."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def test_the_published_wheel_is_the_one_that_students_get(built: Path, tmp_path: Path) -> None:
    """It has the files of the wheel in the zip, with the same bytes."""
    (file,) = built.glob("*.whl")
    given = tmp_path / wheel.name()
    given.write_bytes(wheel.content(Course(ROOT)))
    published, students = zipfile.ZipFile(file), zipfile.ZipFile(given)

    def own(archive: zipfile.ZipFile) -> dict[str, bytes]:
        names = (name for name in archive.namelist() if Path(name).name not in ADDED)
        return {name: archive.read(name) for name in names}

    assert file.name == given.name
    # A folder that has seen other versions may hold a compiled catalogue that git left behind.
    assert own(published).items() <= own(students).items()
    assert {name for name in own(students) if name.endswith(".py")} <= set(own(published))


def test_no_package_holds_a_solution_or_a_secret(built: Path) -> None:
    """Neither package has a member of solutions/, the course's key, or a line of a hidden check."""
    (source,) = built.glob("*.tar.gz")
    (file,) = built.glob("*.whl")
    with tarfile.open(source) as archive:
        members = {
            one.name.partition("/")[2]: archive.extractfile(one).read()
            for one in archive
            if one.isfile()
        }
    with zipfile.ZipFile(file) as archive:
        members |= {f"wheel/{name}": archive.read(name) for name in archive.namelist()}
    content = b"\n".join(members.values()).decode("utf-8", "replace")
    secrets = [
        line.strip()
        for path in (ROOT / "solutions" / "checks").glob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith('    """') and len(line) > 20
    ]

    assert secrets
    assert [line for line in secrets if line in content] == []
    roots = {name.partition("/")[0] for name in members}
    assert roots & {"solutions", "tests", "examples", ".course-key", ".github"} == set()
    assert "autograder/course.toml" not in members
    assert "wheel/autograder/course.toml" in members
