"""Where Python's own files are: all that a worker may read, and all that its namespace shows."""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
CLOSED = PACKAGE / "checks"  # lies among Python's own files where the package is installed
LIBRARIES = ("/lib", "/lib64", "/lib32", "/usr/lib", "/usr/lib64", "/usr/local/lib")
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts")
SMALL = (
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/alternatives",
    "/usr/share/zoneinfo",
    "/dev/null",
    "/dev/urandom",
)


def readable() -> tuple[Path, ...]:
    """Return what the interpreter, its libraries and matplotlib's fonts need: for Landlock."""
    return _existing([*_modules(), *map(Path, (*LIBRARIES, *FONTS, *SMALL)), *_home_fonts()])


def shown() -> tuple[Path, ...]:
    """Return what a mount namespace must show for the zygote to start in it, and no more."""
    return _existing(
        [
            *readable(),
            *_links(Path(sys.executable)),
            Path(sys.prefix, "pyvenv.cfg"),
            *_loaded(),
            PACKAGE,
            Path("/etc/fonts"),
        ]
    )


def around(closed: Path, readable: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return what may be read but for a folder, and the folders on the way, which may be listed.

    Links in those are left out: what they lead to is not in what may be read, or is there itself.
    """
    read: list[Path] = []
    listed: list[Path] = []
    waiting = list(readable)
    while waiting:
        path = waiting.pop()
        if path == closed:
            continue
        if closed.is_relative_to(path.resolve()):
            listed.append(path)
            waiting += (one for one in path.resolve().iterdir() if not one.is_symlink())
        else:
            read.append(path)
    return tuple(read), tuple(listed)


def _links(program: Path) -> Iterator[Path]:
    """Return a program and every link on the way to it."""
    yield program
    while program.is_symlink():
        program = program.parent / program.readlink()
        yield program


def _modules() -> Iterator[Path]:
    """Return the folders of the standard library and of installed packages."""
    names = ("stdlib", "platstdlib", "purelib", "platlib")
    bases = {"base": sys.base_prefix, "platbase": sys.base_exec_prefix}
    for paths in (sysconfig.get_paths(), sysconfig.get_paths(vars=bases)):
        yield from (Path(paths[name]) for name in names)
    yield from (Path(folder) for folder in sys.path if Path(folder).name == "dist-packages")
    if site.ENABLE_USER_SITE:
        yield Path(site.getusersitepackages())


def _home_fonts() -> Iterator[Path]:
    """Return the places where a person keeps fonts."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 -- Path.home() raises for unknown users
    yield from (home / ".fonts", home / ".local/share/fonts")


def _loaded() -> Iterator[Path]:
    """Return the libraries that this Python has loaded from places of its own."""
    try:
        lines = Path("/proc/self/maps").read_text().splitlines()
    except OSError:
        return
    for name in {line.split(maxsplit=5)[-1] for line in lines}:
        if name.startswith("/") and ".so" in name and Path(name).is_file():
            yield Path(name)


def _existing(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the paths that exist, each once, without those that lie in another of them."""
    kept: list[Path] = []
    for path in sorted(set(paths), key=lambda path: len(path.parts)):
        if path.exists() and not any(path.is_relative_to(folder) for folder in kept):
            kept.append(path)
    return tuple(kept)
