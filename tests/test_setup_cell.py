"""The first code cell of a released notebook: it brings the kit, and nobody is graded by it."""

from __future__ import annotations

import functools
import json
import shutil
import sysconfig
import threading
import venv
from collections.abc import Iterator
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from autograder.course import Course, setup_cell, wheel
from autograder.course.release import release
from autograder.submission import read

ROOT = Path(__file__).parents[1]
SITE = "https://example.org/course"
SETTINGS = replace(Course(ROOT).settings, site=SITE)
RIGHT = "def numerical_gradient(f, x):\n    return x"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing: it is not the server that is tested."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """The address of a course site that serves the wheel; it is none of this machine's names."""
    kit = tmp_path / "site" / setup_cell.PLACE
    kit.mkdir(parents=True)
    (kit / wheel.name()).write_bytes(wheel.content(Course(ROOT)))
    handler = functools.partial(Quiet, directory=str(tmp_path / "site"))
    with ThreadingHTTPServer(("0.0.0.0", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://0.0.0.0:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def kernel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A Jupyter kernel in an environment that has every package of this one except ours."""
    place = tmp_path / "environment"
    venv.create(place, symlinks=True)
    borrowed = tmp_path / "borrowed"
    borrowed.mkdir()
    for path in Path(sysconfig.get_paths()["purelib"]).iterdir():
        if "kobai" not in path.name and path.suffix != ".pth":
            (borrowed / path.name).symlink_to(path)
    python = place / "bin" / "python"
    own = sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)})
    Path(own, "borrowed.pth").write_text(f"{borrowed}\n")
    specification = tmp_path / "jupyter" / "kernels" / "bare"
    specification.mkdir(parents=True)
    argv = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (specification / "kernel.json").write_text(
        json.dumps({"argv": argv, "display_name": "bare", "language": "python"})
    )
    for name in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    monkeypatch.setenv("PIP_DISABLE_PIP_VERSION_CHECK", "1")
    return "bare"


def released(folder: Path, site: str) -> Path:
    """Release this course with another address, and return the first notebook."""
    for name in ("solutions", "autograder/checks"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    text = (ROOT / "course.toml").read_text("utf-8")
    was = Course(ROOT).settings.site
    (folder / "course.toml").write_text(text.replace(was, site), "utf-8")
    release(folder)
    return folder / "exercises" / "minimum" / "numerical_gradient.ipynb"


def solved(notebook: nbformat.NotebookNode) -> None:
    """Type the reference solution into the cell that asks for it."""
    (cell,) = (one for one in notebook.cells if "NotImplementedError" in one.source)
    cell.source = (ROOT / "solutions" / "numerical_gradient.py").read_text("utf-8")


def test_a_notebook_gets_to_its_verdict_alone(tmp_path: Path, site: str, kernel: str) -> None:
    """Where nothing of ours is installed, all cells run, and the check cell ends in full points."""
    notebook = nbformat.read(released(tmp_path / "course", site), as_version=4)
    solved(notebook)
    alone = tmp_path / "alone"
    alone.mkdir()

    NotebookClient(
        notebook, kernel_name=kernel, resources={"metadata": {"path": str(alone)}}
    ).execute()

    (check,) = (cell for cell in notebook.cells if cell.source.startswith("from autograder"))
    shown, earned = check.outputs
    assert "numerical_gradient" in shown.data["text/plain"]
    assert float(earned.data["text/plain"]) == check.metadata.nbgrader.points
    assert list(alone.iterdir()) == []


def test_without_an_address_it_says_what_to_do(tmp_path: Path, kernel: str) -> None:
    """Where the course has no public site, the cell stops and names the file to install."""
    notebook = nbformat.v4.new_notebook()
    nothing = replace(SETTINGS, site="http://localhost:8000/")
    notebook.cells = [nbformat.v4.new_code_cell(setup_cell.source(nothing))]

    with pytest.raises(CellExecutionError, match=r"%pip install FILE\.whl.*ファイル名\.whl"):
        NotebookClient(
            notebook, kernel_name=kernel, resources={"metadata": {"path": str(tmp_path)}}
        ).execute()


@pytest.mark.parametrize("site", [SITE, ""])
def test_what_is_handed_in_is_read_without_it(tmp_path: Path, site: str) -> None:
    """Nothing of the cell reaches the program, a note or a student's line numbers."""
    setup = setup_cell.source(replace(SETTINGS, site=site))
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(text) for text in (setup, RIGHT)]
    file = tmp_path / "numerical_gradient.ipynb"
    nbformat.write(notebook, file)

    found = read(file)

    kept = [line for line in found.source.splitlines() if line and not line.startswith("#")]
    assert "\n".join(kept) == RIGHT
    assert len(found.source.splitlines()) == len([*setup.splitlines(), "", "", *kept])
    assert found.notes == ()


def test_only_a_course_in_the_package_is_on_its_site() -> None:
    """A course whose checks lie beside the kit cannot come with the wheel, so none is fetched."""
    ours, another = SETTINGS, replace(SETTINGS, checks="checks")

    assert f'"{SITE}/assets/kit/{wheel.name()}"' in setup_cell.source(ours)
    assert SITE not in setup_cell.source(another)
    assert "ImportError" in setup_cell.source(another)
