"""The check files and the solutions of a course, loaded as modules."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

from autograder.course.errors import ExerciseError
from autograder.language import _

PREFIX = "check_"
INSTALLED = Path(__file__).parents[1] / "checks"
LEFT_OUT = ("__pycache__", ".")


def public(folder: Path, name: str) -> ModuleType:
    """Return the public check file of an exercise; it may import what lies beside it by a dot.

    Raises:
        ExerciseError: there is none, or it is broken.
    """
    file = folder / f"{PREFIX}{name}.py"
    if not file.exists():
        raise ExerciseError(_("{file}: not found").format(file=file))
    package = _package(folder)
    with _no_bytecode(), _told(file):
        return importlib.import_module(f"{package}.{file.stem}")


def hidden(folder: Path, file: Path) -> ModuleType:
    """Return a hidden check file, which may import what lies beside the public ones by a dot.

    Raises:
        ExerciseError: it is broken.
    """
    return _executed(file, f"{_package(folder)}.hidden_{file.stem}")


def solution(folder: Path, name: str) -> ModuleType:
    """Return a solution, which may import other solutions by their names.

    Raises:
        ExerciseError: there is none, or it is broken.
    """
    file = folder / f"{name}.py"
    if not file.exists():
        raise ExerciseError(_("{file}: the solution is missing").format(file=file))
    with _importable(folder):
        return _executed(file, f"solution_{name}")


def digest_of(*places: Path) -> str:
    """Return a digest of files, and of everything in folders, by name and content."""
    digest = hashlib.sha256()
    for place in places:
        for file in _files(place):
            content = file.read_bytes()
            name = file.relative_to(place.parent).as_posix()
            digest.update(f"{name}:{len(content)}\n".encode("utf-8", "surrogatepass") + content)
    return digest.hexdigest()


def _files(place: Path) -> Iterator[Path]:
    """Return the files of a folder, in order, what Python or an editor left there apart."""
    if place.is_file():
        yield place
    for path in sorted(place.iterdir()) if place.is_dir() else ():
        if not path.name.startswith(LEFT_OUT):
            yield from _files(path)


def _package(folder: Path) -> str:
    """Return the name of the package that a folder of checks is, as it is now."""
    folder = folder.resolve()
    if folder == INSTALLED:
        return "autograder.checks"
    name = f"checks_{hashlib.sha256(f'{folder}:{digest_of(folder)}'.encode()).hexdigest()[:16]}"
    if name not in sys.modules:
        module = ModuleType(name, "The checks of a course.")
        module.__path__ = [str(folder)]
        sys.modules[name] = module
        importlib.invalidate_caches()
    return name


def _executed(file: Path, name: str) -> ModuleType:
    """Return a file of ours as a module, executed anew."""
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ExerciseError(_("{file}: not found").format(file=file))
    module = importlib.util.module_from_spec(spec)
    with _no_bytecode(), _told(file):
        spec.loader.exec_module(module)
    return module


class _In(MetaPathFinder):
    """Finds the modules of one folder.

    Args:
        folder: where they lie.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """Return where a module lies, or None where it is not of this folder."""
        return PathFinder.find_spec(fullname, [self._folder], target) if path is None else None


@contextmanager
def _importable(folder: Path) -> Iterator[None]:
    """Let files of a folder be imported by their names, whatever else bears these names.

    In a notebook the student's own modules are found in this interpreter under the same names.
    """
    names = {file.stem for file in folder.glob("*.py")}
    others = {name: sys.modules.pop(name) for name in names & sys.modules.keys()}
    finder = _In(folder)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in names & sys.modules.keys():
            del sys.modules[name]
        sys.modules |= others


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Say which file is broken, whatever it raises."""
    try:
        yield
    except Exception as fault:
        raise ExerciseError(
            _("{file}: {kind}: {reason}").format(file=file, kind=type(fault).__name__, reason=fault)
        ) from fault


@contextmanager
def _no_bytecode() -> Iterator[None]:
    """Leave no compiled files in a course's folders."""
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before
