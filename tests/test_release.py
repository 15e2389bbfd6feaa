"""What a release makes from solutions/, what it never gives away, and when it is out of date."""

import ast
import shutil
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.course.release import ReleaseError, release

COURSE = Path(__file__).parent.parent
NAMES = sorted(path.stem for path in (COURSE / "solutions").glob("*.py"))
SOLUTION = '''\
# %% [markdown]
"""
# Twice

Give twice x.
"""

# %%
import math


# %% nbgrader={"grade_id": "twice", "solution": true}
def twice(x):
    """Give twice x."""
    ### BEGIN SOLUTION
    return math.fsum([x, x])
    ### END SOLUTION
'''
TOML = """\
format = 1
name = "twice"
checks = "autograder/checks"
exercises = ["twice"]
title.en = "Twice"
assignments.minimum = ["twice"]
"""
PUBLIC_CHECKS = '''\
from autograder.checking import points


@points(4)
def check_one(student):
    """twice 1 is 2"""
'''
HIDDEN_CHECKS = '''\
from autograder.checking import needs, points


@points(2)
def check_zero(student):
    """twice 0 is 0"""


@points(1.5)
@needs("check_one")
def check_secret(student):
    """twice 21 is 42"""
'''


@pytest.fixture
def course(tmp_path):
    """A course of one exercise, with this project's settings of nbgrader."""
    for folder, checks in (("autograder", PUBLIC_CHECKS), ("solutions", HIDDEN_CHECKS)):
        (tmp_path / folder / "checks").mkdir(parents=True)
        (tmp_path / folder / "checks" / "check_twice.py").write_text(checks)
    (tmp_path / "solutions" / "twice.py").write_text(SOLUTION, encoding="utf-8")
    (tmp_path / "course.toml").write_text(TOML)
    shutil.copy(COURSE / "nbgrader_config.py", tmp_path)
    return tmp_path


def functions(text):
    """The signature and docstring of every function of a module."""
    return {
        node.name: (ast.unparse(node.args), ast.get_docstring(node))
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
    }


def solution_lines(text):
    """Every line of code between the marks of a solution."""
    lines, inside = set(), False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("### "):
            inside = line == "### BEGIN SOLUTION"
        elif inside and line:
            lines.add(line)
    return lines


def code(path):
    """The code of a released file, whichever of the two kinds it is."""
    if path.suffix == ".py":
        return path.read_text(encoding="utf-8")
    cells = nbformat.read(path, as_version=4).cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "code")


def contents(folder):
    """Every file of a folder with its bytes."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_committed_files_are_what_the_solutions_give():
    """Nothing in exercises/ is stale, missing or orphaned."""
    found = release(COURSE, check=True)

    assert found.is_fresh, found


@pytest.mark.parametrize("name", NAMES)
def test_stub_has_the_signatures_and_docstrings_of_the_solution(name):
    """A student starts from the same functions that the solution defines."""
    solution = functions((COURSE / "solutions" / f"{name}.py").read_text(encoding="utf-8"))

    assert functions(code(COURSE / "exercises" / f"{name}.py")) == solution
    assert solution


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_a_solution_is_released(name):
    """Nothing between BEGIN and END SOLUTION is in any released file."""
    secret = solution_lines((COURSE / "solutions" / f"{name}.py").read_text(encoding="utf-8"))
    released = contents(COURSE / "exercises")

    leaks = {
        (path.name, line)
        for path in released
        for line in map(str.strip, code(path).splitlines())
        if line in secret
    }

    assert len(secret) > 3
    assert not leaks


def test_no_hidden_check_is_released(course):
    """The call of the hidden checks is in the source notebook and in nothing that students get."""
    release(course)

    hidden = b"hidden=True"
    assert hidden in (course / "solutions" / "minimum" / "twice.ipynb").read_bytes()
    assert not any(hidden in content for content in contents(course / "exercises").values())
    assert not any(
        b"HIDDEN TESTS" in content for content in contents(course / "exercises").values()
    )


def test_stub_is_a_plain_file_that_says_what_to_do(course):
    """A stub holds the task, the imports and the function, and no mark of nbgrader or jupytext."""
    release(course)

    text = (course / "exercises" / "twice.py").read_text(encoding="utf-8")
    task = ast.get_docstring(ast.parse(text))
    assert task.startswith(
        "Twice\n\nGive twice x.\n\nCheck your work with: autograder check twice.py"
    )
    assert "import math" in text
    assert "raise NotImplementedError()" in text
    assert not any(mark in text for mark in ("nbgrader", "# %%", "SOLUTION", "autograder.notebook"))


def test_check_cells_are_worth_what_the_checks_are(course):
    """Each graded cell's points are the sum over the checks that it runs."""
    release(course)

    cells = nbformat.read(course / "exercises" / "minimum" / "twice.ipynb", as_version=4).cells
    graded = {
        cell.metadata.nbgrader.grade_id: (
            cell.metadata.nbgrader.points,
            cell.metadata.nbgrader.locked,
        )
        for cell in cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    assert graded == {"twice-check": (4.0, True), "twice-hidden": (3.5, True)}


def test_notebook_has_no_hidden_cell_without_hidden_checks(course):
    """An exercise without hidden checks gets one check cell, not an empty second one."""
    (course / "solutions" / "checks" / "check_twice.py").unlink()

    release(course)

    assert "twice-hidden" not in (course / "exercises" / "minimum" / "twice.ipynb").read_text()


def test_exercise_without_public_checks_is_refused(course):
    """A notebook without a check cell would tell a student nothing, so it is not released."""
    (course / "autograder" / "checks" / "check_twice.py").unlink()

    with pytest.raises(ReleaseError, match=r"lists 'twice', but .*check_twice\.py is missing"):
        release(course)


def test_notebooks_are_valid_and_have_no_outputs(course):
    """Jupyter opens both notebooks without a repair, and neither brings a result along."""
    release(course)

    for folder in ("solutions", "exercises"):
        notebook = nbformat.read(course / folder / "minimum" / "twice.ipynb", as_version=4)
        nbformat.validate(notebook)
        assert not any(cell.get("outputs") for cell in notebook.cells)


def test_two_releases_give_the_same_bytes(course):
    """Nothing random and no version of a tool is in a generated file."""
    release(course)
    before = contents(course)
    shutil.rmtree(course / "exercises")
    shutil.rmtree(course / "solutions" / "minimum")

    release(course)

    assert contents(course) == before


def test_changed_solution_makes_what_it_generates_stale(course):
    """A new docstring in a solution is noticed in both of the students' files and released."""
    release(course)
    changed = SOLUTION.replace('"""Give twice x."""', '"""Give x + x."""')
    (course / "solutions" / "twice.py").write_text(changed, encoding="utf-8")

    found = release(course, check=True)

    assert found.stale[:2] == (
        course / "exercises" / "twice.py",
        course / "exercises" / "minimum" / "twice.ipynb",
    )
    assert "Give twice x." in code(course / "exercises" / "twice.py")
    release(course)
    assert release(course, check=True).is_fresh
    assert '"""Give x + x."""' in code(course / "exercises" / "twice.py")


def test_changed_body_of_a_solution_makes_no_stub_stale(course):
    """How a solution does it is no business of the stub's."""
    release(course)
    changed = SOLUTION.replace("math.fsum([x, x])", "2 * x")
    (course / "solutions" / "twice.py").write_text(changed, encoding="utf-8")

    found = release(course, check=True)

    assert found.stale == (course / "solutions" / "minimum" / "twice.ipynb",)


def test_missing_files_are_named_and_not_written_by_a_check(course):
    """A check of a course that was never released names the files that students need, and stops."""
    found = release(course, check=True)

    assert found.missing == (
        course / "exercises" / "twice.py",
        course / "exercises" / "minimum" / "twice.ipynb",
    )
    assert not (course / "exercises").exists()
    assert not (course / "solutions" / "minimum").exists()


def test_orphaned_files_are_named_and_kept(course):
    """A stub whose solution is gone, and a solution beside the notebooks, are both reported."""
    release(course)
    old = course / "exercises" / "thrice.py"
    leak = course / "solutions" / "minimum" / "twice.py"
    for path in (old, leak):
        path.write_text("")
    (course / "exercises" / "README.md").write_text("")

    found = release(course)

    assert found.orphaned == (old, leak)
    assert old.exists()
    assert not found.is_fresh


def test_folder_without_solutions_is_refused(tmp_path):
    """Releasing nothing is an error that names the folder."""
    with pytest.raises(ReleaseError, match="name it with --course"):
        release(tmp_path)


def test_solution_without_marks_is_refused(course):
    """A solution that would be handed out whole stops the release before anything is written."""
    (course / "solutions" / "twice.py").write_text("def twice(x):\n    return 2 * x\n")

    with pytest.raises(ReleaseError, match=r"twice\.py: no '### BEGIN SOLUTION'"):
        release(course)

    assert not (course / "exercises").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    ### END SOLUTION\n", "", "twice: .*solution"),
        (', "solution": true', "", "twice: .*solution"),
        ('"grade_id": "twice", ', "", r"twice\.py: .*no grade_id"),
        ("# %% [markdown]", "# %%", r"twice: .*no markdown cell"),
    ],
    ids=["region left open", "not marked as solution", "no grade_id", "no task"],
)
def test_solution_with_a_mistake_in_its_marks_is_refused(course, old, new, said):
    """A slip in the marks is named with the file, and nothing is written."""
    (course / "solutions" / "twice.py").write_text(SOLUTION.replace(old, new), encoding="utf-8")

    with pytest.raises(ReleaseError, match=said):
        release(course)

    assert not (course / "exercises").exists()


def test_solution_that_is_not_text_is_refused(course):
    """A file in another encoding is named, with what is wrong."""
    (course / "solutions" / "twice.py").write_bytes("# 勾配".encode("cp932"))

    with pytest.raises(ReleaseError, match=r"twice\.py: cannot be read"):
        release(course)


def test_settings_with_a_mistake_are_refused(course):
    """A slip in nbgrader_config.py is named with the file."""
    (course / "nbgrader_config.py").write_text("c = get_config()\nc.ClearSolutions = None + 1\n")

    with pytest.raises(ReleaseError, match=r"nbgrader_config\.py: TypeError"):
        release(course)


def test_file_that_cannot_be_written_is_named(course):
    """A folder in the place of a stub gives a sentence, and leaves no temporary file behind."""
    (course / "exercises" / "twice.py" / "inside").mkdir(parents=True)

    with pytest.raises(ReleaseError, match=r"twice\.py: cannot be written"):
        release(course)

    assert [path.name for path in (course / "exercises").iterdir()] == ["twice.py"]


def test_release_without_nbgrader_says_what_to_install(course, monkeypatch):
    """Where the extra is not installed, the error is the command that installs it."""
    monkeypatch.setitem(sys.modules, "nbgrader.preprocessors", None)

    command = r"python -m pip install .jupytext\S+. .nbgrader\S+.$"
    with pytest.raises(ReleaseError, match=rf"nbgrader\.preprocessors is not .*: {command}"):
        release(course)
