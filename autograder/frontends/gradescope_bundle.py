"""An autograder for Gradescope in one zip: our package, the course's checks, and how to start.

The form is that of https://gradescope-autograders.readthedocs.io/en/latest/specs/: setup.sh builds
the container once, run_autograder is called for every submission.
"""

from __future__ import annotations

import io
import re
import shlex
import zipfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from autograder.course import Course, secret, settings
from autograder.language import Language
from autograder.sandbox.kind import Kind
from autograder.verdict import files

PACKAGE = Path(__file__).parents[1]
DISTRIBUTION = "kobai"
MOMENT = (1980, 1, 1, 0, 0, 0)
NAME = re.compile(r"^[\w.-]+")
LEFT_OUT = {"__pycache__", ".ipynb_checkpoints"}

SETUP = """\
#!/usr/bin/env bash
# Builds the container. Choose Ubuntu 24.04 as the base image: Python 3.11 or later is needed.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y python3 python3-venv
python3 -m venv /autograder/environment
/autograder/environment/bin/python -m pip install --no-cache-dir \\
    -r /autograder/source/requirements.txt
# The package lies with the others: the locked worker reads no other folder.
packages=$(/autograder/environment/bin/python -c \\
    'import sysconfig; print(sysconfig.get_path("purelib"))')
cp -R /autograder/source/package/. "$packages"
# The solutions are for the grader's eyes only.
chmod -R go-rwx /autograder/source
"""
RUN = """\
#!/usr/bin/env bash
set -euo pipefail
exec /autograder/environment/bin/python -m autograder.frontends.gradescope {options}
"""


def gradescope_bundle(
    course: Path, output: Path, language: Language, kind: Kind = Kind.LOCKED
) -> Path:
    """Write the zip to upload as a Gradescope autograder; it holds the solutions.

    Args:
        course: the course's folder.
        output: the zip to write.
        language: of what students read.
        kind: locked, as for any stranger's code; trust where the container has no such locks.

    Raises:
        ExerciseError: the folder is no course.
        OSError: the zip cannot be written.
    """
    whole = Course.at(course).sealed()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content, mode in _members(whole, language, kind):
            info = zipfile.ZipInfo(name, MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = mode << 16
            archive.writestr(info, content)
    files.write(output, buffer.getvalue())
    return output


def _members(course: Course, language: Language, kind: Kind) -> Iterator[tuple[str, bytes, int]]:
    options = shlex.join(["--language", language, "--sandbox", str(kind)])
    yield "setup.sh", SETUP.encode(), 0o755
    yield "run_autograder", RUN.format(options=options).encode(), 0o755
    yield "requirements.txt", _requirements().encode(), 0o644
    for path in _below(PACKAGE):
        yield f"package/autograder/{path.relative_to(PACKAGE).as_posix()}", path.read_bytes(), 0o644
    # By this the package knows its version, which every verdict depends on.
    metadata = distribution(DISTRIBUTION).read_text("METADATA") or ""
    version = distribution(DISTRIBUTION).version
    yield f"package/{DISTRIBUTION}-{version}.dist-info/METADATA", metadata.encode(), 0o644
    for path in _of_course(course):
        yield f"course/{path.relative_to(course.folder).as_posix()}", path.read_bytes(), 0o600


def _of_course(course: Course) -> Iterator[Path]:
    """Return the files of a course that a grade depends on, its secret among them."""
    folder = course.folder
    yield from (folder / settings.FILE, folder / secret.FILE)
    yield from _below(course.checks)
    yield from _below(folder / "locale")
    yield from sorted((folder / "solutions").glob("*.py"))
    yield from _below(folder / "solutions" / "checks")


def _below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not LEFT_OUT & set(path.relative_to(folder).parts):
            yield path


def _requirements() -> str:
    """Return what the package needs to run, in the versions that run here."""
    lines = []
    for requirement in distribution(DISTRIBUTION).requires or []:
        if "extra ==" in requirement:
            continue
        name, marker = NAME.findall(requirement)[0], requirement.partition(";")[2]
        try:
            found = f"{name}=={distribution(name).version}"
            lines.append(f"{found}; {marker.strip()}" if marker else found)
        except PackageNotFoundError:  # only for another system
            lines.append(requirement)
    return "\n".join(lines) + "\n"
