"""What a make target needs, installed into .venv by the Python that runs this file.

It asks for nothing but that Python. A distribution's own may have neither pip nor ensurepip: then
pip comes from the distribution's package, which anybody may download. uv installs, or pip where uv
cannot.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / ".venv"
PYTHON, UV = PLACE / "bin" / "python", PLACE / "bin" / "uv"
CONSTRAINTS = ROOT / "constraints.txt"
# What each make target installs: the package with its extras; the group has the target's name.
PACKAGES = {
    "demo": ".",
    "docs": ".",
    "test": ".[cluster,release]",
    "browser": ".[cluster,release]",
    "panel": ".[cluster,release]",
}
# Where Debian, Ubuntu and what descends from them keep the wheel of pip, by its package.
WHEELS, WHEELS_PACKAGE = "usr/share/python-wheels", "python3-pip-whl"
NO_PIP = (
    "This Python has no pip, and it could not be downloaded.\n"
    "On Debian and Ubuntu type this, then make again:\n    sudo apt install python3-venv",
    "この Python には pip がなく、ダウンロードもできませんでした。\n"
    "Debian と Ubuntu では次を実行してから、もう一度 make してください。\n"
    "    sudo apt install python3-venv",
)


class SetUpError(Exception):
    """What stands in the way of an environment, in words."""


def main(arguments: Sequence[str]) -> int:
    """Install what the named target needs; return the exit status."""
    (target,) = arguments
    try:
        if not _is_made():
            _make()
        if not UV.exists():
            _get_installers()
        _install(target)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _is_made() -> bool:
    """Return whether .venv is of this Python and has pip."""
    asked = "import json, sys, pip; print(json.dumps([*sys.version_info[:3], sys.base_prefix]))"
    try:
        found = subprocess.run([PYTHON, "-c", asked], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return False
    return json.loads(found) == [*sys.version_info[:3], sys.base_prefix]


def _make() -> None:
    version = ".".join(map(str, sys.version_info[:3]))
    _say(f"Making .venv with Python {version} …", f"Python {version} で .venv を作っています…")
    has_pip = importlib.util.find_spec("ensurepip") is not None
    venv.create(PLACE, clear=True, symlinks=True, with_pip=has_pip)
    if has_pip:
        return
    with tempfile.TemporaryDirectory() as folder:
        wheel = _wheel_of_pip(Path("/")) or _wheel_of_pip(_download(Path(folder)))
        if wheel is None:
            raise SetUpError(told(*NO_PIP))
        _run(PYTHON, wheel / "pip", "install", "--quiet", "--no-index", wheel)


def _wheel_of_pip(root: Path) -> Path | None:
    return next(root.glob(f"{WHEELS}/pip-*.whl"), None)


def _download(folder: Path) -> Path:
    """Unpack the package with pip's wheel into a folder; where there is none, leave it empty."""
    # The machine's lists of packages may be missing or old, and only root may renew those.
    (folder / "lists" / "partial").mkdir(parents=True)
    own = ["-o", f"Dir::State::Lists={folder}/lists", "-o", f"Dir::Cache={folder}"]
    download = ["download", WHEELS_PACKAGE]
    if not _runs("apt-get", *download, folder=folder):
        _runs("apt-get", *own, "update", folder=folder)
        _runs("apt-get", *own, *download, folder=folder)
    for package in folder.glob("*.deb"):
        _runs("dpkg-deb", "--extract", package, folder, folder=folder)
    return folder


def _get_installers() -> None:
    """Bring the pip that the constraints name, and uv where there is one for this machine."""
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run(*pip, "--upgrade", "--constraint", CONSTRAINTS, "pip")
    _runs(*pip, "--only-binary", ":all:", "--constraint", CONSTRAINTS, "uv", folder=ROOT)


def _install(target: str) -> None:
    what = ["--editable", PACKAGES[target], "--group", target, "--constraint", CONSTRAINTS]
    _say(
        f"Installing what `make {target}` needs; the first time this takes about a minute …",
        f"`make {target}` に必要なものを入れています。初回は 1 分ほどかかります…",
    )
    # The machine's own certificates, as pip takes them: a university's network may need one.
    uv = [UV, "pip", "install", "--quiet", "--system-certs", "--python", PYTHON]
    if _runs(*uv, "--build-constraints", CONSTRAINTS, *what, folder=ROOT, output=None):
        return
    _say(
        "uv could not install them here. Trying pip, which takes some minutes …",
        "uv では入れられませんでした。pip で試しています。数分かかります…",
    )
    _run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what)


def _runs(*command: str | Path, folder: Path, output: int | None = subprocess.DEVNULL) -> bool:
    """Return whether a command ended well; one that is not there did not."""
    try:
        return not subprocess.run(command, cwd=folder, stdout=output, stderr=output).returncode
    except OSError:
        return False


def _run(*command: str | Path) -> None:
    if not _runs(*command, folder=ROOT, output=None):
        line = " ".join(map(str, command))
        raise SetUpError(told(f"This did not work: {line}", f"次のコマンドが失敗しました：{line}"))


def _say(english: str, japanese: str) -> None:
    print(told(english, japanese), flush=True)


def told(english: str, japanese: str) -> str:
    """Return the sentence in the terminal's language: the catalogue is not compiled yet."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return japanese if next(filter(None, names), "").startswith("ja") else english


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
