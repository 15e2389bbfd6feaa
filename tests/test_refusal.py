"""`autograder grade` on a machine that lacks a layer: nothing is graded, and the layer is named.

The machine is made to lack it: a filter of system calls takes away what the layer is made of.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("the lock-down is for Linux", allow_module_level=True)

from autograder.language import languages
from autograder.sandbox.lockdown import kernel, seccomp
from autograder.sandbox.trusted import doctor

ROOT = Path(__file__).parents[1]
ALLOW, REFUSE = 0x7FFF0000, 0x00050000
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
FIRST_ARGUMENT, THIRD_ARGUMENT = 16, 32
# For each layer the call that it is made of, and, where only some uses of the call are, the
# argument to look at, its value, and whether the call is refused with it or without it.
MADE_OF: dict[str, tuple[str, tuple[int, int, bool] | None]] = {
    "limits": ("prlimit64", (THIRD_ARGUMENT, 0, False)),
    "privileges": ("prctl", (FIRST_ARGUMENT, kernel.PR_SET_NO_NEW_PRIVS, True)),
    "landlock": ("landlock_create_ruleset", None),
    "seccomp": ("seccomp", None),
}


def without(layer: str) -> Callable[[], None]:
    """Give a function that takes a layer away from this process and all that it starts."""
    machine = kernel.machine()
    assert machine is not None
    name, argument = MADE_OF[layer]
    refuse = REFUSE | (errno.ENOSYS if argument is None else errno.EPERM)
    steps = [(LOAD, 0, 0, 0), (EQUAL, 1, 0, machine.calls[name]), (RETURN, 0, 0, ALLOW)]
    if argument is not None:
        offset, value, is_refused = argument
        steps += [(LOAD, 0, 0, offset), (EQUAL, int(is_refused), int(not is_refused), value)]
        steps += [(RETURN, 0, 0, ALLOW)]
    program = b"".join(struct.pack("HBBI", *step) for step in [*steps, (RETURN, 0, 0, refuse)])
    buffer = ctypes.create_string_buffer(program, len(program))
    header = seccomp._Header(len(program) // 8, ctypes.addressof(buffer))

    def take_away() -> None:
        if os.geteuid() != 0:
            kernel.call(machine.calls["prctl"], kernel.PR_SET_NO_NEW_PRIVS, 1)
        kernel.call(machine.calls["seccomp"], 1, 0, ctypes.addressof(header))

    take_away.keeps = buffer  # type: ignore[attr-defined]
    return take_away


def grade(
    tmp_path: Path, layer: str | None, *more: str, bubblewrap: bool = True
) -> subprocess.CompletedProcess[str]:
    """Grade one student on a machine without a layer, or without bubblewrap."""
    shutil.copytree(ROOT / "examples" / "class" / "s08", tmp_path / "class" / "s08")
    folders = tmp_path / "bin"
    folders.mkdir()
    path = os.environ["PATH"] if bubblewrap else str(folders)
    return subprocess.run(
        [
            *(sys.executable, "-m", "autograder", "grade", str(tmp_path / "class")),
            *("--output", str(tmp_path / "results"), "--course", str(ROOT), *more),
        ],
        env={**os.environ, "PATH": path},
        preexec_fn=without(layer) if layer else None,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module", autouse=True)
def whole() -> None:
    """Skip where strangers cannot be graded anyhow."""
    diagnosis = doctor.examine([ROOT / "solutions"])
    if diagnosis.refusal is not None or "bubblewrap" not in diagnosis.in_force:
        pytest.skip(f"not on this machine: {diagnosis.refusal}")


@pytest.mark.parametrize("layer", [name for name in MADE_OF if name != "landlock"])
def test_missing_layer_stops_the_command(layer: str, tmp_path: Path) -> None:
    """No verdict is written; one sentence names the layer and the choices."""
    done = grade(tmp_path, layer, "--language", "en")

    assert done.returncode == 2, done.stderr
    assert f"“{layer}”" in done.stderr
    assert "--sandbox=trust" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.rglob("verdicts/*/*.json"))


def test_without_bubblewrap_the_course_shows(tmp_path: Path) -> None:
    """Here the course is no closed folder, so that a worker could see its files."""
    done = grade(tmp_path, None, bubblewrap=False)

    assert done.returncode == 2, done.stderr
    assert "bubblewrap" in done.stderr
    assert not list(tmp_path.rglob("verdicts/*/*.json"))


def test_bubblewrap_stands_in_for_landlock(tmp_path: Path) -> None:
    """On an older kernel the namespace hides the files, and the verdict does not claim Landlock."""
    done = grade(tmp_path, "landlock")

    assert done.returncode == 0, done.stderr
    (verdict, *_) = tmp_path.rglob("verdicts/*/*.json")
    text = verdict.read_text("utf-8")
    assert '"bubblewrap"' in text
    assert '"landlock"' not in text


def test_neither_landlock_nor_bubblewrap_stops_the_command(tmp_path: Path) -> None:
    """Without both, a worker could read the course."""
    done = grade(tmp_path, "landlock", bubblewrap=False)

    assert done.returncode == 2, done.stderr
    assert "“landlock”" in done.stderr
    assert not list(tmp_path.rglob("verdicts/*/*.json"))


@pytest.mark.parametrize("language", languages())
def test_trust_is_written_into_every_verdict(language: str, tmp_path: Path) -> None:
    """Who chooses to trust needs no layer, and the verdict says what was chosen."""
    done = grade(tmp_path, "seccomp", "--sandbox", "trust", "--language", language)

    assert done.returncode == 0, done.stderr
    for verdict in tmp_path.rglob("verdicts/*/*.json"):
        assert '"trust"' in verdict.read_text("utf-8")
