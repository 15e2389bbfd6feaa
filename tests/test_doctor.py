"""`autograder doctor`: the layers of this machine, and whether strangers can be graded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from autograder.language import Language, languages
from autograder.report.layers import TAKES_AWAY, layers
from autograder.sandbox.kind import Kind
from autograder.sandbox.trusted.doctor import Diagnosis, Layer
from autograder.sandbox.trusted.kinds import opener
from autograder.sandbox.trusted.missing_layer import MissingLayerError

NAMES = tuple(TAKES_AWAY)
LINUX = sys.platform.startswith("linux")


def diagnosis(*missing: str) -> Diagnosis:
    found = tuple(Layer(name, name not in missing, "no" * (name in missing)) for name in NAMES)
    refusal = MissingLayerError(missing[0], "it is not there").text if missing else None
    return Diagnosis(found, () if missing else NAMES, refusal)


@pytest.mark.parametrize("language", languages())
def test_each_layer_has_its_line(language: Language) -> None:
    """Every layer is named once, with what it takes away, and the last line sums up."""
    lines = layers(diagnosis(), language).splitlines()

    assert len(lines) == len(NAMES) + 1
    for name, line in zip(NAMES, lines, strict=False):
        assert f"  {name} " in line
        assert TAKES_AWAY[name].to(language) in line
    assert ", ".join(NAMES) in lines[-1]


@pytest.mark.parametrize("language", languages())
def test_refusal_names_the_layer_and_the_choices(language: Language) -> None:
    """What grading would say is said here."""
    last = layers(diagnosis("names"), language).splitlines()[-1]

    assert "names" in last
    assert "bubblewrap" in last
    assert "--sandbox=trust" in last


@pytest.mark.skipif(not LINUX, reason="the lock-down is for Linux")
def test_doctor_agrees_with_grade(tmp_path: Path) -> None:
    """Exit status 0 and grading that begins go together."""
    solutions = tmp_path / "solutions"
    solutions.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "doctor", "--course", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )

    from autograder.sandbox.trusted.zygote_client import Zygote

    try:
        Zygote([solutions]).close()
        begins = True
    except MissingLayerError:
        begins = False

    assert done.returncode == (0 if begins else 1)
    assert [name for name in NAMES if f"  {name} " in done.stdout] == list(NAMES)


def test_other_systems_are_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no Linux, grading strangers is refused in words, not by a failing import."""
    monkeypatch.setattr(sys, "platform", "darwin")

    with pytest.raises(MissingLayerError) as raised:
        opener(Kind.LOCKED)

    assert "WSL2" in str(raised.value)
