"""Every program on a page runs, and every command on a page exists."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
import warnings
from pathlib import Path

import matplotlib as mpl
import pytest
from pages import ROOT
from traitlets.config import Config

FENCE = re.compile(
    r"^(?P<indent> *)```(?P<kind>[^\n`]*)\n(?P<body>.*?)^(?P=indent)```", re.M | re.S
)
PROSE = {"", "text", "output", "json", "yaml", "toml", "csv", "diff", "html"}
SHELLS = {"sh", "bash", "console", "powershell"}
SOURCES = sorted(
    file
    for room in ("en", "ja")
    for file in (ROOT / "docs" / room).rglob("*.md")
    if "decisions" not in file.parts
)
IDS = [str(file.relative_to(ROOT / "docs")) for file in SOURCES]


def blocks(file: Path) -> list[tuple[str, str]]:
    """Give the fenced blocks of a page: their language and their lines."""
    found = []
    for block in FENCE.finditer(file.read_text(encoding="utf-8")):
        kind = block["kind"].strip().lstrip("{.").split(" ")[0].rstrip("}")
        body = re.sub(rf"^{block['indent']}", "", block["body"], flags=re.M)
        found.append((kind, include(body)))
    return found


def include(body: str) -> str:
    """Put in what a block includes from a file of the repository."""
    return re.sub(
        r'^--8<-- "([^":]+)[^"]*"$',
        lambda found: (ROOT / found[1]).read_text(encoding="utf-8"),
        body,
        flags=re.M,
    )


@pytest.mark.parametrize("file", SOURCES, ids=IDS)
def test_programs_run(file, monkeypatch, tmp_path):
    """The Python blocks of a page run one after the other, as a reader would type them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(ROOT / "solutions"))
    mpl.use("agg")
    # `c` is what nbgrader hands to the configuration file that the guide shows.
    names: dict[str, object] = {"__name__": "page", "c": Config()}
    for number, (kind, body) in enumerate(blocks(file), start=1):
        if kind not in {"python", "py", "pycon"}:
            continue
        where = f"{file.name}, block {number}"
        if kind == "pycon":
            run_session(body, names, where)
            continue
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=".*non-interactive.*")
            exec(compile(body, where, "exec"), names)


def run_session(body: str, names: dict[str, object], where: str) -> None:
    """Run an interactive session and compare what it prints with what the page says."""
    session = doctest.DocTestParser().get_doctest(body, names, where, None, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    heard = io.StringIO()
    runner.run(session, out=heard.write, clear_globs=False)
    assert not runner.failures, heard.getvalue()
    names.update(session.globs)


@pytest.mark.parametrize("file", SOURCES, ids=IDS)
def test_blocks_say_what_they_are(file):
    """A block is a program, a command, or marked as something that does not run."""
    known = PROSE | SHELLS | {"python", "py", "pycon"}

    assert not {kind for kind, _ in blocks(file)} - known


@pytest.mark.parametrize("file", SOURCES, ids=IDS)
def test_commands_exist(file):
    """A command of ours on a page has the subcommand and the options that the page gives it."""
    import typer.main

    from autograder.cli import app

    known = typer.main.get_command(app)
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    for kind, body in blocks(file):
        if kind not in SHELLS:
            continue
        for line in body.replace("\\\n", " ").splitlines():
            words = shlex.split(line.removeprefix("$ "), comments=True)
            if words[:1] == ["make"] and len(words) > 1:
                assert words[1] in targets, line
            if words[:1] == ["autograder"] and len(words) > 1:
                check_command(known, words[1:], line)


def check_command(group, words: list[str], line: str) -> None:
    """Check one command line of ours against the commands and options that are declared."""
    command, declared = group, options_of(group)
    for word in words:
        commands = getattr(command, "commands", None)
        if commands is None:
            break
        if not word.startswith("-"):
            assert word in commands, line
            command = commands[word]
            declared |= options_of(command)
    used = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
    assert used <= declared | {"--help"}, line


def options_of(command) -> set[str]:
    """Give the options that a command declares."""
    return {
        option
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
