"""The first code cell of a released notebook, which gets the kit where it is missing."""

from __future__ import annotations

from pathlib import PurePosixPath

from autograder.course import PACKAGE, wheel
from autograder.course.settings import Settings
from autograder.submission.cells import LOADS, SETUP_MARK

# Where the course site serves the wheel, below its own address.
PLACE = "assets/kit/"

FOUND_BY = """\
{mark}
from importlib.util import find_spec
if find_spec("autograder") is None:
    {otherwise}
{loads}"""
INSTALLS = '%pip install --quiet "{address}"'
# Released once for everybody, so in both languages, as the text of a task is.
SAYS = """\
raise ImportError(
        "The autograder is missing. Run in a cell: %pip install FILE.whl, with the file from the "
        "zip of your course, and then this cell again. · "
        "autograder が入っていません。授業の zip にある .whl ファイルを、セルで "
        "%pip install ファイル名.whl と実行して入れてから、このセルをもう一度実行してください。"
    )"""


def source(course: Settings) -> str:
    """Return the cell: it installs from the course's site, or says what to do where it has none.

    The wheel brings along a course whose checks lie in the package; any other is not on its site.
    """
    is_packed = PurePosixPath(course.checks).parts[0] == PACKAGE.name
    if course.public_site and is_packed:
        otherwise = INSTALLS.format(address=address(course.public_site))
    else:
        otherwise = SAYS
    return FOUND_BY.format(mark=SETUP_MARK, otherwise=otherwise, loads=LOADS)


def address(site: str) -> str:
    """Return where a course site serves the wheel."""
    return f"{site.rstrip('/')}/{PLACE}{wheel.name()}"
