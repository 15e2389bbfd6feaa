"""Run MkDocs once a language, strictly."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from docs.builder.paths import CACHE, DOCS, LANGUAGES, ROOT, BuildError, fingerprint

CONFIGURATIONS = {"en": "mkdocs.yml", "ja": "mkdocs.ja.yml"}


def write(url: str) -> None:
    """Build site/ (English), then site/ja/ (Japanese), for a site that is read at url."""
    copy_decisions()
    environment = {
        **os.environ,
        "SITE_URL": url,
        "SITE_URL_JA": f"{url}ja/",
        "NO_MKDOCS_2_WARNING": "1",
        # Notebooks import the course's own modules, and none needs to write its bytecode.
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "solutions")]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLBACKEND": "module://docs.figures.backend",
        **notebook_caches(),
    }
    for language in LANGUAGES:
        # --quiet would hide the warnings from --strict too, and the build would pass.
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        command += ["--config-file", CONFIGURATIONS[language]]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise BuildError(f"{' '.join(command[2:])} stopped:\n{done.stdout}{done.stderr}")


def notebook_caches() -> dict[str, str]:
    """Name the folders in which mkdocs-jupyter keeps what ran, anew when a module has changed.

    mkdocs-jupyter itself looks at the notebook only, not at what the notebook imports.
    """
    modules = [
        file
        for room in ("autograder", "solutions", "docs/figures")
        for file in (ROOT / room).rglob("*.py")
    ]
    key = fingerprint(modules, sys.version)[:16]
    home = CACHE / "notebooks"
    for old in home.glob("*"):
        if old.name != key:
            shutil.rmtree(old)
    return {
        "NOTEBOOK_CACHE": str(home / key / "en"),
        "NOTEBOOK_CACHE_JA": str(home / key / "ja"),
    }


def copy_decisions() -> None:
    """Put docs/decisions/ into the English pages, with a page that lists them."""
    target = DOCS / "en" / "decisions"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(DOCS / "decisions", target, ignore=shutil.ignore_patterns("index.md"))
    lines = [
        "---",
        "description: The choices behind the course that had a loser, one page each.",
        "---",
        "# Decisions",
        "",
        "A choice with a loser gets one page: what was asked, what was chosen, what lost,",
        "and what follows from it.",
        "",
    ]
    lines += [f"- [{title(page)}]({page.name})" for page in sorted(target.glob("*.md"))]
    (target / "index.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def title(page: Path) -> str:
    """Give the first heading of a Markdown page."""
    heading = re.search(r"^# (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    if heading is None:
        raise BuildError(f"{page} has no heading: begin it with `# What was decided`")
    return heading[1]
