"""Feedback files in the structure that Moodle takes for all students at once.

Moodle: mod/assign/feedback/file/importziplib.php, ``is_valid_filename_for_import``: a folder is
called fullname_number_plugintype_pluginname, with a "_" at its end before Moodle 4.1 and since.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from autograder.gradebook.platform import NUMBERED
from autograder.gradebook.table import GradebookError
from autograder.language import _
from autograder.verdict.gradebook import Gradebook
from autograder.verdict.results import Results

# One moment for all: the same pages give the same bytes.
MOMENT = (1980, 1, 1, 0, 0, 0)


def pages(book: Gradebook, results: Results) -> dict[str, Path]:
    """Return where the page of each student lies, also of one of whom nothing could be graded."""
    places = {row.student: results.page(row.student) for row in book.rows}
    graded = {row.student for row in book.rows if row.verdicts}
    return {who: page for who, page in places.items() if who in graded or page.is_file()}


def feedback_zip(pages: Mapping[str, Path]) -> bytes:
    """Pack feedback pages for Moodle's "Upload multiple feedback files in a zip".

    Args:
        pages: by student, called as in Moodle's download: Full name_12345.

    Raises:
        GradebookError: a student has no number, or a page cannot be read.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for student, page in sorted(pages.items()):
            info = zipfile.ZipInfo(f"{_folder(student)}/feedback.html", MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, _content(page))
    return buffer.getvalue()


def _folder(student: str) -> str:
    found = NUMBERED.match(student)
    if not found:
        raise GradebookError(
            _("{student} has no Moodle number; its download calls students NAME_12345").format(
                student=student
            )
        )
    # Moodle counts underscores from the left, and takes those in names out of its own downloads.
    return f"{found[1].replace('_', ' ')}_{found[2]}_assignsubmission_file_"


def _content(page: Path) -> bytes:
    try:
        return page.read_bytes()
    except OSError as fault:
        raise GradebookError(
            _("{path} cannot be read: {reason}").format(path=page, reason=fault.strerror)
        ) from fault
