"""What somebody meets first: the README, the two commands, the folder a class was graded in."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tools import environment, every_python

ROOT = Path(__file__).parent.parent
READ_RAW = ("README.md", "README.ja.md", "CONTRIBUTING.md")
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
# What only the course site's builder understands: tabs, admonitions, definitions, attributes.
OF_THE_SITE = re.compile(r"^(=== |!!! |\?\?\? |:   )|\]\((\.\./)*assets/|\)\{", re.MULTILINE)


@pytest.mark.parametrize("page", READ_RAW)
def test_links_lead_to_what_a_code_host_shows(page: str) -> None:
    """A page that is read raw links to files that are there, and to no page made for the site."""
    targets = [ROOT / link for link in LINK.findall((ROOT / page).read_text(encoding="utf-8"))]
    pages = [
        path
        for target in targets
        for path in (target.glob("*.md") if target.is_dir() else [target])
        if path.suffix == ".md"
    ]

    assert [target for target in targets if not target.exists()] == []
    assert [path for path in pages if OF_THE_SITE.search(path.read_text(encoding="utf-8"))] == []


def test_both_readmes_name_the_same_commands_and_files() -> None:
    """English and Japanese differ in words and not in what is typed or opened."""
    english, japanese = (
        (ROOT / page).read_text(encoding="utf-8") for page in ("README.md", "README.ja.md")
    )

    def typed(text: str) -> set[str]:
        commands = re.findall(r"(?:`|^    )((?:make|autograder) \w+)", text, re.MULTILINE)
        return {*commands, *re.findall(r"\w+\.py", text)}

    assert typed(english) == typed(japanese)
    assert {"make demo", "make test"} <= typed(english)


@pytest.mark.parametrize(
    "left",
    [
        "submissions/alice/plotting.py",
        "submissions.zip",
        "submitted/alice/minimum/plotting.ipynb",
        "results/verdicts/alice/plotting.json",
        "autograded/alice/minimum/plotting.ipynb",
        "feedback/alice/minimum/plotting.html",
        "gradebook.db",
        "grades.csv",
        "build/demo/index.html",
        "solutions/minimum/plotting.ipynb",
    ],
)
def test_git_does_not_see_a_class(left: str) -> None:
    """What students hand in, and what grading leaves in the course's folder, is not committed."""
    done = subprocess.run(["git", "check-ignore", "--quiet", "--no-index", left], cwd=ROOT)

    assert done.returncode == 0


def test_the_demo_and_a_clean_leave_real_results_alone() -> None:
    """The demo grades into a folder of its own; neither it nor `make clean` touches results/."""
    done = subprocess.run(
        ["make", "--dry-run", "--always-make", "demo", "clean"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.splitlines()
    touched = [line for line in lines if re.search(r"(--output|rm -rf).*\bresults\b", line)]

    assert [line for line in touched if "echo" not in line] == []
    assert "--output build/demo" in done.stdout
    assert f"file://{ROOT}/build/demo/index.html" in done.stdout


def test_every_target_has_a_group_of_its_name() -> None:
    """What a target installs is in pyproject.toml, under the target's name."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = re.findall(r"^[\w-]+:.*?\.venv/(\w+)", (ROOT / "Makefile").read_text(), re.MULTILINE)

    assert set(environment.PACKAGES) <= set(groups["dependency-groups"])
    assert set(wanted) <= set(environment.PACKAGES)


def test_setting_up_needs_no_package() -> None:
    """A Python with nothing installed can run the script that installs."""
    tree = ast.parse(Path(environment.__file__).read_text(encoding="utf-8"))
    roots = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
        )
    }

    assert roots <= sys.stdlib_module_names


@pytest.mark.parametrize(("language", "words"), [("en", "has no pip"), ("ja", "pip がなく")])
def test_a_python_without_pip_is_told_in_words(
    language: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where pip cannot be had at all, the first thing said is what to type."""
    monkeypatch.setenv("LC_ALL", language)

    told = environment.told(*environment.NO_PIP)

    assert words in told
    assert "apt install python3-venv" in told


def test_pythons_are_found_with_their_versions() -> None:
    """The script that tries every Python finds those that are named as such, the oldest first."""
    found = every_python.pythons()

    assert list(found) == sorted(found)
    assert all(version >= every_python.OLDEST for version in found)
    for version, path in found.items():
        assert path.name == "python{}.{}".format(*version)
