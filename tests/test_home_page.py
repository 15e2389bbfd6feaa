"""The first screen of the site shows a real program and the grader's real answer to it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHOWN = "tests/submissions/gradient_descent/wrong/ascends_plus_sign.py"
NEIGHBOUR = ROOT / "solutions" / "numerical_gradient.py"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_answer_on_the_home_page_is_the_graders(language: str, tmp_path: Path) -> None:
    """The title, what was seen and the hint are what `check` says about the program shown."""
    home = (ROOT / "docs" / language / "index.md").read_text(encoding="utf-8")
    assert SHOWN in home
    shutil.copy(ROOT / SHOWN, tmp_path / "gradient_descent.py")
    shutil.copy(NEIGHBOUR, tmp_path)

    checked = subprocess.run(
        [sys.executable, "-m", "autograder", "check", "gradient_descent.py", "--json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    verdict = json.loads(checked.stdout)
    failed = next(check for check in verdict["checks"] if check["outcome"] == "failed")
    told = failed if language == "en" else {**failed, **failed["translations"][language]}

    for part in ("title", "message", "hint"):
        assert told[part].replace("`", "") in home
