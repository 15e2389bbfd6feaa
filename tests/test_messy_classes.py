"""A messy class of sixty is found whole: everybody once, every right program, nothing dropped."""

import sys
import types
from pathlib import Path

import pytest

from autograder.submission import Submission, find

sys.path.insert(0, str(Path(__file__).parent))
import messy


def answer(submission: Submission, monkeypatch: pytest.MonkeyPatch) -> object:
    """What the program binds, run with the modules that came along and nothing else."""
    for name, source in submission.modules.items():
        module = types.ModuleType(name)
        exec(compile(source, name, "exec"), vars(module))
        monkeypatch.setitem(sys.modules, name, module)
    names: dict[str, object] = {}
    exec(compile(submission.source, submission.exercise, "exec"), names)
    return names["answer"]


@pytest.mark.parametrize("seed", range(5))
def test_a_messy_class_is_found_whole(tmp_path, monkeypatch, seed):
    """Whatever form it came in: students, programs, and a reason for each file left out."""
    truth = messy.make(tmp_path, seed)

    found = find(truth.place, messy.EXERCISES)

    assert found.kind == truth.form
    assert all(one.problem is None and one.review is None for one in found.submissions)
    assert {
        (one.student, one.exercise): answer(one, monkeypatch) for one in found.submissions
    } == truth.answers
    assert set(found.students) == truth.silent | {student for student, _name in truth.answers}
    assert all(str(why) for _path, why in found.ignored)
