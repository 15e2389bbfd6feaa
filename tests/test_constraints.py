"""The pinned versions: each Python gets one of everything, from wherever its packages come."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LINES = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
# The oldest, each side of a patch release at which a package stops, and each minor release.
PYTHONS = ("3.11.0", "3.11.2", "3.11.4", "3.11.5", "3.11.14", "3.12.0", "3.13.0", "3.14.0")


@cache
def pins() -> tuple[Requirement, ...]:
    return tuple(map(Requirement, LINES))


def holds(requirement: Requirement, python: str, extra: str = "") -> bool:
    """Whether a requirement is one of a Python's, on the machine that runs the test."""
    minor = python.rpartition(".")[0]
    other = {"python_full_version": python, "python_version": minor, "extra": extra}
    marker = requirement.marker
    return marker is None or marker.evaluate({**default_environment(), **other})


def pinned(python: str) -> dict[str, str]:
    """Give the version of each package for a Python."""
    return {
        canonicalize_name(pin.name): str(pin.specifier).removeprefix("==")
        for pin in pins()
        if holds(pin, python)
    }


def asked() -> Iterator[Requirement]:
    """Give all that pyproject.toml asks for, in any extra or group."""
    project = PROJECT["project"]
    lists = (
        project["dependencies"],
        *project["optional-dependencies"].values(),
        *PROJECT["dependency-groups"].values(),
    )
    for requirements in lists:
        yield from (Requirement(one) for one in requirements if isinstance(one, str))


@pytest.mark.parametrize("python", PYTHONS)
def test_each_python_has_one_version_of_everything(python: str) -> None:
    """No package is pinned twice for one Python, and what is asked for is pinned as asked."""
    names = [canonicalize_name(pin.name) for pin in pins() if holds(pin, python)]
    versions = pinned(python)

    assert sorted(names) == sorted(set(names))
    for requirement in asked():
        if holds(requirement, python):
            version = versions[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version, prereleases=True), requirement


def test_every_pin_is_an_exact_version_and_no_address() -> None:
    """A line is a name, a version and perhaps a marker, so that any registry serves it."""
    line = re.compile(r"[\w.-]+==[\w.!+]+( ; [^/@]+)?")

    assert [text for text in LINES if not line.fullmatch(text)] == []


def test_what_a_pinned_package_asks_for_is_pinned_as_it_asks() -> None:
    """Of what is installed here as pinned, every requirement is met by another pin."""
    python = default_environment()["python_full_version"]
    versions = pinned(python)
    installed = {canonicalize_name(one.name): one for one in metadata.distributions()}
    as_pinned = [one for name, one in installed.items() if versions.get(name) == one.version]

    assert as_pinned
    assert canonicalize_name(PROJECT["project"]["name"]) not in versions
    for text in (text for one in as_pinned for text in one.requires or ()):
        requirement = Requirement(text)
        if holds(requirement, python):
            version = versions[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version, prereleases=True), text
