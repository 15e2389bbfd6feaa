"""A class: graded once, whatever the order and whatever happens; what changes is told and kept."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from rich.console import Console
from verdicts import failed, passed, verdict

from autograder.course import Course
from autograder.grading import executors, history
from autograder.grading.batch import Graded, grade_class
from autograder.report.progress import Telling
from autograder.sandbox.kind import Kind
from autograder.sandbox.trusted import doctor
from autograder.submission import Submission
from autograder.verdict import Verdict
from autograder.verdict.results import Results
from bench import kills

ROOT = Path(__file__).parent.parent
CHECKS = '''
"""The checks of a made-up exercise."""

from autograder.checking import _, fail, needs, points

FUNCTIONS = ("double",)


@points(3)
def check_doubles(student):
    """double gives twice the number"""
    if student.double(2.0) != 4.0:
        fail(_("not twice"), misconception="not-doubled")


@points(2)
def check_small(student):
    """double is right for small numbers"""
    if student.double(0.1) > LIMIT:
        fail(_("too large"))
'''
TOML = """
format = 1
name = "doubling"
exercises = ["double"]
title.en = "Doubling"
"""
SOURCES = {
    "aoi": "def double(x):\n    return 2 * x\n",
    "emil": "def double(x):\n    return x + 2\n",
    "mia": "def double(x):\n    print('twice')\n    return x + x\n",
}


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return course_with(tmp_path, limit=9)


def course_with(folder: Path, limit: float) -> Course:
    """Write the course with a limit in one of its checks, and load it."""
    checks = folder / "checks"
    checks.mkdir(exist_ok=True)
    (checks / "check_double.py").write_text(CHECKS.replace("LIMIT", str(limit)), encoding="utf-8")
    (folder / "course.toml").write_text(TOML, encoding="utf-8")
    return Course(folder)


def handed_in(sources: dict[str, str]) -> list[Submission]:
    return [Submission(student, "double", None, source) for student, source in sources.items()]


def run(course: Course, results: Results, **options: object) -> list[Graded]:
    return list(grade_class(handed_in(SOURCES), course, results, Kind.TRUST, **options))  # type: ignore[arg-type]


def written(results: Results) -> dict[str, bytes]:
    """Give every file of the results, by its path."""
    files = (path for path in sorted(results.folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(results.folder)): path.read_bytes() for path in files}


def test_the_bytes_do_not_depend_on_who_works_nor_in_which_order(course, tmp_path):
    """One process or two, from the front or from the back: the same files."""
    places = [Results(tmp_path / name) for name in ("alone", "two", "backwards")]

    run(course, places[0])
    run(course, places[1], crew=executors.processes(2))
    backwards = handed_in(dict(reversed(SOURCES.items())))
    list(grade_class(backwards, course, places[2], Kind.TRUST))

    assert len(written(places[0])) == 3
    assert written(places[0]) == written(places[1]) == written(places[2])


def test_what_has_not_changed_is_not_graded_again(course, tmp_path):
    """A second run over the same class keeps every verdict."""
    results = Results(tmp_path / "results")
    first = run(course, results)

    second = run(course, results)

    assert all(one.is_new for one in first)
    assert not any(one.is_new for one in second)
    assert [one.head for one in first] == [one.head for one in second]


def test_a_change_beside_the_checks_is_graded_again(course, tmp_path):
    """A verdict also depends on modules that a check file may import from its folder."""
    results = Results(tmp_path / "results")
    run(course, results)
    (tmp_path / "checks" / "diagnosis.py").write_text("LIMIT = 9\n", encoding="utf-8")

    second = run(course_with(tmp_path, limit=9), results)

    assert all(one.is_new for one in second)


def test_a_course_that_travels_is_loaded_once_until_a_file_changes(course, tmp_path):
    """Each task brings the course along; loading it costs as much as grading some exercises."""
    sent = pickle.dumps(course)

    first, again = pickle.loads(sent), pickle.loads(sent)
    before = first.exercises["double"].digest
    course_with(tmp_path, limit=1)
    changed = pickle.loads(sent)

    assert first is again
    assert changed.exercises["double"].digest != before


def test_a_change_is_told_with_its_reason(course, tmp_path):
    """Who changes, from what to what, and which checks end differently."""
    results = Results(tmp_path / "results")
    run(course, results)

    graded = run(course_with(tmp_path, limit=1), results)

    ((student, change),) = [(one.student, one.change) for one in graded if one.change]
    assert (student, change.before.score, change.after.score) == ("emil", 5.0, 3.0)
    ((name, before, after),) = [(one.name, one.before, one.after) for one in change.turns]
    assert (name, before.outcome, after.outcome) == ("check_small", "passed", "failed")
    assert Verdict.loads(results.verdict("emil", "double").read_text("utf-8")).score == 3.0


def test_changes_are_told_by_student_with_maxima_and_reasons():
    """Points alone, a check that is new, one that is gone: each is a reason, none is empty."""
    stream = io.StringIO()
    old = verdict(passed("first", 2.0), passed("gone", 1.0))
    new = verdict(passed("first", 4.0), failed("added", 2.0))
    change = history.change(old, new)
    graded = [Graded(student, "plotting", change.after, True, change) for student in ("bo", "aki")]

    Telling("en", Console(file=stream)).changes(graded)

    first, second = stream.getvalue().splitlines()
    assert first.startswith("changed: aki, plotting: 3 of 3 → 4 of 6 (")
    assert second.startswith("changed: bo, ")
    assert "points of “first is right” 2 → 4" in first
    assert "check added: “f is evaluated on both sides of x”, worth 2, not yet" in first
    assert "check removed: “gone is right”, worth 1" in first


def test_the_old_verdict_stays_in_the_history(course, tmp_path):
    """Every verdict that was replaced lies in history/STUDENT/EXERCISE, byte for byte."""
    results = Results(tmp_path / "results")
    run(course, results)
    before = written(results)

    run(course_with(tmp_path, limit=1), results)

    kept = sorted((results.folder / "history").rglob("*.json"))
    assert [path.parent.parent.name for path in kept] == sorted(SOURCES)
    assert [path.read_bytes() for path in kept] == [before[name] for name in sorted(before)]


def test_a_dry_run_tells_and_writes_nothing(course, tmp_path):
    """With write=False the changes are told, and no byte of the results is another one."""
    results = Results(tmp_path / "results")
    run(course, results)
    before = written(results)

    graded = run(course_with(tmp_path, limit=1), results, write=False)

    assert [one.student for one in graded if one.change] == ["emil"]
    assert written(results) == before


def test_a_full_disk_leaves_the_old_file_and_nothing_half_written(tmp_path):
    """A write that fails in its middle changes nothing; here the system allows 100 bytes."""
    (tmp_path / "verdict.json").write_text("old")
    script = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "from pathlib import Path; from autograder.verdict import files\n"
        "files.write(Path('verdict.json'), 'x' * 1000)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert "File too large" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["verdict.json"]
    assert (tmp_path / "verdict.json").read_text() == "old"


def once_killed(task: tuple[Path, int]) -> int:
    """Be killed at the third task, the first time."""
    folder, number = task
    if number == 2 and not (folder / "killed").exists():
        (folder / "killed").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def always_killed(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_grading_process_that_is_killed_is_done_without(tmp_path, caplog):
    """As by a machine that is short of memory: every task is done, and the user is told."""
    tasks = [(tmp_path, number) for number in range(20)]

    done = list(executors.processes(2)(once_killed, tasks))

    assert sorted(done) == list(range(20))
    assert "was killed" in caplog.text


def test_a_task_that_kills_every_process_is_named_and_the_others_are_done(caplog):
    """It is tried a second time, alone; that ends the process again, and nothing else."""
    done = list(executors.processes(2)(always_killed, range(12)))

    assert executors.Killed(2) in done
    assert sorted(one for one in done if one != executors.Killed(2)) == [0, 1, *range(3, 12)]
    assert caplog.text.count("was killed") == 1


KILLING = SOURCES | {"nao": "def double(x):\n    return 'end'\n"}
ENDING = CHECKS.replace(
    "    if student.double(2.0) != 4.0:",
    """    if student.double(2.0) == "end":
        import os

        os.kill(os.getpid(), 9)
    if student.double(2.0) != 4.0:""",
)


def test_a_process_that_dies_while_it_judges_takes_its_student_alone(course, tmp_path):
    """That one goes to review, with a sentence; a second run ends in the same, and not before."""
    alone = Results(tmp_path / "alone")
    course_with(tmp_path, limit=9)
    (tmp_path / "checks" / "check_double.py").write_text(ENDING.replace("LIMIT", "9"), "utf-8")
    ending = Course(tmp_path)
    list(grade_class(handed_in(SOURCES), ending, alone, Kind.TRUST))
    results, crew = Results(tmp_path / "results"), executors.processes(2)

    for _time in range(2):
        graded = list(grade_class(handed_in(KILLING), ending, results, Kind.TRUST, crew))

        assert [one.student for one in graded if one.head.needs_review] == ["nao"]
    told = Verdict.loads(results.verdict("nao", "double").read_text("utf-8"))
    assert "ended from outside, twice" in told.checks[0].feedback.message.en
    assert {k: v for k, v in written(results).items() if "nao" not in k} == written(alone)


HOSTILE = {
    "text that is no Unicode": "fail(_(chr(0xD800)))",
    "evidence that JSON has not": "fail(_('x'), evidence={'pictures': [float('nan')]})",
    "evidence without an end": "e = {}; e['pictures'] = [e]; fail(_('x'), evidence=e)",
    "evidence of another kind": "fail(_('x'), evidence={'pictures': [object()]})",
}


@pytest.mark.parametrize("broken", HOSTILE.values(), ids=HOSTILE)
def test_a_verdict_that_cannot_be_written_ends_alone(course, tmp_path, broken):
    """Its student goes to review with a traceback; everybody else is graded as before."""
    alone = Results(tmp_path / "alone")
    text = (
        ENDING.replace("LIMIT", "9")
        .replace("import os\n", "")
        .replace("os.kill(os.getpid(), 9)", broken)
    )
    (tmp_path / "checks" / "check_double.py").write_text(text, "utf-8")
    ending = Course(tmp_path)
    list(grade_class(handed_in(SOURCES), ending, alone, Kind.TRUST))
    results = Results(tmp_path / "results")

    graded = list(grade_class(handed_in(KILLING), ending, results, Kind.TRUST))

    assert [one.student for one in graded if one.head.needs_review] == ["nao"]
    told = Verdict.loads(results.verdict("nao", "double").read_text("utf-8"))
    assert "Traceback" in told.checks[0].traceback
    assert {k: v for k, v in written(results).items() if "nao" not in k} == written(alone)


def test_pictures_that_would_fill_the_page_are_left_out(course, tmp_path):
    """A verdict file stays small, whatever was drawn, and says what is left out."""
    text = CHECKS.replace("LIMIT", "1").replace(
        '_("too large")', "_('too large'), evidence={'pictures': ['x' * 2_000_000]}"
    )
    (tmp_path / "checks" / "check_double.py").write_text(text, "utf-8")
    results = Results(tmp_path / "results")

    list(grade_class(handed_in(SOURCES), Course(tmp_path), results, Kind.TRUST))

    file = results.verdict("emil", "double")
    assert file.stat().st_size < 10_000
    assert "would fill the page" in Verdict.loads(file.read_text("utf-8")).notes[-1].en


def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path):
    """kill -9 at random moments, and a resume after them: the bytes of an undisturbed run."""
    kind = Kind.TRUST if doctor.examine([ROOT / "solutions"]).refusal else Kind.LOCKED

    survived = kills.survive(3, count=5, folder=tmp_path, kind=kind)

    assert survived.kills == 3
    assert survived.same
    assert survived.twice == 0


def test_no_thread_of_a_pool_outlives_it():
    """One that does complains of a closed pipe when Python ends."""
    assert sorted(executors.processes(2)(abs, [-1, 2, -3])) == [1, 2, 3]

    left = [type(thread).__name__ for thread in threading.enumerate()]
    assert not [name for name in left if "Executor" in name]
