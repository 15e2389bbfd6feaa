"""The HTML of every page is what the standard says, with no exception."""

from __future__ import annotations

import shutil
import subprocess

from pages import PAGES, ROOT, file_of

VALIDATOR = ROOT / "docs" / "web" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_html_is_valid():
    """The W3C's own checker (Nu) finds no error on any page; it needs Java."""
    java = shutil.which("java")
    assert java, "the Nu HTML checker runs on Java: install a JRE"
    files = [str(file_of(page)) for page in PAGES]

    checked = subprocess.run(
        [java, "-jar", str(VALIDATOR), "--errors-only", "--format", "gnu", *files],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert checked.stderr == ""
    assert checked.returncode == 0
