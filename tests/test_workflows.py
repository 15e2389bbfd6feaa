"""What runs on a code host: pinned, allowed little, and made of commands that are here."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
JAPANESE = re.compile(r"[ぁ-ヿ一-龯]")
ONLY_READING = {"contents": "read"}


def jobs(workflow: Path) -> dict[str, dict]:
    return yaml.safe_load(workflow.read_text("utf-8"))["jobs"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit(workflow: Path) -> None:
    """Every action is named by a whole commit, with its version beside it."""
    used = re.findall(r"uses: (.*)", workflow.read_text("utf-8"))

    assert used
    assert [one for one in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", one)] == []


def test_one_action_has_one_commit() -> None:
    """No workflow stays behind when another is renewed."""
    text = "\n".join(path.read_text("utf-8") for path in WORKFLOWS)
    used = set(re.findall(r"uses: (\S+)@(\S+ # \S+)", text))

    assert len({name for name, _commit in used}) == len(used)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_what_a_job_runs_is_here(workflow: Path) -> None:
    """Each `make` has its target, and each script is a file of the repository."""
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    runs = [
        step["run"] for job in jobs(workflow).values() for step in job["steps"] if "run" in step
    ]

    made = {run.removeprefix("make ") for run in runs if run.startswith("make ")}
    files = {word for run in runs for word in run.split() if word.endswith(".py") or "/run" in word}
    assert made <= set(targets)
    assert [file for file in files if not (ROOT / file).is_file()] == []


def test_only_publishing_may_do_more_than_read() -> None:
    """Who runs code of the repository may read it; who may publish runs none of it."""
    for workflow in WORKFLOWS:
        for name, job in jobs(workflow).items():
            may_write = job["permissions"] != ONLY_READING
            runs_code = any("run" in step for step in job["steps"])
            assert not (may_write and runs_code), (workflow.name, name)
    assert jobs(FOLDER / "workflows" / "release.yml")["publish"]["permissions"] == {
        "id-token": "write"
    }


def test_the_wheel_is_tried_on_every_system_and_python() -> None:
    """The matrix has the three systems, and the Pythons that the package says it runs with."""
    matrix = jobs(FOLDER / "workflows" / "tests.yml")["installed"]["strategy"]["matrix"]
    told = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text("utf-8"))

    assert {system.partition("-")[0] for system in matrix["os"]} == {"ubuntu", "macos", "windows"}
    assert matrix["python"] == told


def test_forms_are_in_both_languages() -> None:
    """Every label and description of an issue form is there in English and in Japanese."""
    forms = [path for path in (FOLDER / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"]
    for form in forms:
        content = yaml.safe_load(form.read_text("utf-8"))
        asked = [part["attributes"] for part in content["body"]]
        told = [one.get("label") or one["value"] for one in asked]
        told += [content["name"], content["description"]]
        words = [text for text in told if text != "autograder --version"]

        assert [text for text in words if not JAPANESE.search(text)] == []
    assert len(forms) == 2


def test_the_script_that_tries_a_wheel_needs_no_package() -> None:
    """A bare Python reads it, and one wheel in the folder is what it asks for."""
    program = str(ROOT / "tools" / "installed.py")

    done = subprocess.run(
        [sys.executable, "-I", "-S", program, str(ROOT / "tools")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "no wheel in" in done.stderr
