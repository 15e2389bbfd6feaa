"""One submission of three files, in a fresh pytest process: the folder is SUBMISSION."""

import contextlib
import os
import types
from pathlib import Path

import pytest

from bench import inside, students


@pytest.fixture(scope="session")
def namespaces() -> dict[str, dict[str, object]]:
    """Run the student's files; what they define, by exercise."""
    loaded = {}
    for name in students.EXERCISES:
        module = types.ModuleType(name)
        source = Path(os.environ["SUBMISSION"], f"{name}.py").read_text(encoding="utf-8")
        with contextlib.suppress(BaseException):
            exec(compile(source, f"{name}.py", "exec"), vars(module))
        inside.offer(name, vars(module))
        loaded[name] = vars(module)
    return loaded


@pytest.mark.parametrize("name", students.EXERCISES)
def test_exercise(name: str, namespaces: dict[str, dict[str, object]]) -> None:
    """Every check of the exercise, as in the other graders."""
    assert inside.score(name, namespaces[name]) == inside.course().points[name]
