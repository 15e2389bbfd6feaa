"""A real Dask scheduler and two real workers, one of which is killed while it grades."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.course import Course
from autograder.grading import cluster
from autograder.grading.batch import grade_class
from autograder.grading.executors import Killed
from autograder.sandbox.kind import Kind
from autograder.submission import find
from autograder.verdict.results import Results
from bench import kills, students

STUDENTS = 24
# From here a lost connection is told in half a second, not in the half minute that suits a campus.
QUICK = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "5s"}


def start(program: str, *arguments: str, **settings: str) -> subprocess.Popen[bytes]:
    """Start one of Dask's programs in a process of its own."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{program}", *arguments]
    environment = {**os.environ, **QUICK, **settings}
    return subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[bytes]]]:
    """What was started, to be ended whatever comes."""
    started: list[subprocess.Popen[bytes]] = []
    yield started
    for process in started:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        process.wait()


@pytest.fixture
def address(processes: list[subprocess.Popen[bytes]]) -> str:
    """A scheduler with two workers; the first process is a worker."""
    here = f"tcp://127.0.0.1:{free_port()}"
    port = here.rpartition(":")[2]
    scheduler = start("scheduler", "--host=127.0.0.1", f"--port={port}", "--no-dashboard")
    workers = [
        start("worker", here, "--no-nanny", "--nthreads=1", "--no-dashboard") for _each in range(2)
    ]
    processes += [*workers, scheduler]
    return here


def test_a_cluster_gives_the_same_bytes_though_a_worker_dies(address, processes, tmp_path):
    """Each submission is graded once in the results, whoever was lost on the way."""
    course = Course.at(students.ROOT)
    submissions = find(students.write(tmp_path / "class", STUDENTS), list(course.exercises))
    here, there = Results(tmp_path / "here"), Results(tmp_path / "there")
    for _graded in grade_class(submissions.submissions, course, here, Kind.LOCKED):
        pass

    told = []
    crew = cluster.at(address, course)
    for graded in grade_class(submissions.submissions, course, there, Kind.LOCKED, crew):
        told.append((graded.student, graded.exercise))
        if len(told) == 1:
            processes[0].send_signal(signal.SIGKILL)

    assert sorted(told) == sorted((one.student, one.exercise) for one in submissions.submissions)
    assert len(set(told)) == 3 * STUDENTS
    assert processes[0].wait() == -signal.SIGKILL
    assert kills.contents(there.folder) == kills.contents(here.folder)


def test_a_worker_without_the_course_is_said_in_words(address, tmp_path):
    """The course must lie under the same path everywhere; here it is gone when the worker looks."""
    for part in ("solutions", "autograder/checks"):
        shutil.copytree(students.ROOT / part, tmp_path / "course" / part)
    shutil.copy(students.ROOT / "course.toml", tmp_path / "course")
    course = Course.at(tmp_path / "course")
    submissions = find(students.write(tmp_path / "class", 2), list(course.exercises)).submissions
    digests = cluster.fingerprint(course)
    shutil.rmtree(tmp_path / "course")

    assert "plotting" in digests
    with pytest.raises(cluster.ClusterError, match="a worker does not find the course"):
        list(
            grade_class(
                submissions,
                course,
                Results(tmp_path / "results"),
                Kind.LOCKED,
                cluster.at(address, course),
            )
        )


def test_a_cluster_that_goes_on_living_follows_a_changed_check(address, tmp_path):
    """The same workers grade again, by the new check."""
    for part in ("solutions", "autograder/checks"):
        shutil.copytree(students.ROOT / part, tmp_path / "course" / part)
    shutil.copy(students.ROOT / "course.toml", tmp_path / "course")
    submissions = students.write(tmp_path / "class", 2)
    changing = tmp_path / "course" / "solutions" / "checks" / "check_numerical_gradient.py"
    new = []

    for _run in range(2):
        course = Course.at(tmp_path / "course")
        found = find(submissions, list(course.exercises)).submissions
        results, crew = Results(tmp_path / "results"), cluster.at(address, course)
        graded = grade_class(found, course, results, Kind.LOCKED, crew)
        new.append({one.exercise for one in graded if one.is_new})
        changing.write_text(f"{changing.read_text(encoding='utf-8')}\n# changed\n", "utf-8")

    assert new == [{"numerical_gradient", "gradient_descent", "plotting"}, {"numerical_gradient"}]


def test_a_scheduler_that_does_not_answer_is_one_sentence(tmp_path):
    """The command ends with status 2 and says what to start."""
    submissions = students.write(tmp_path / "class", 2)
    nobody = f"tcp://127.0.0.1:{free_port()}"

    done = subprocess.run(
        [*kills.command(submissions, tmp_path / "results"), "--scheduler", nobody],
        env={**os.environ, "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"},
        cwd=Path.cwd(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith(f"autograder: {nobody}: no scheduler answers")


def test_a_cluster_without_workers_is_waited_for_in_words(processes):
    """It says what it waits for, and gives up after a while, with what to start."""
    here = f"tcp://127.0.0.1:{free_port()}"
    port = here.rpartition(":")[2]
    processes.append(start("scheduler", "--host=127.0.0.1", f"--port={port}", "--no-dashboard"))
    said: list[str] = []

    crew = cluster.at(here, Course(), lambda text: said.append(str(text)), patience=1.0)
    with pytest.raises(cluster.ClusterError, match="has no workers; start some"):
        list(crew(str, ["a task"]))

    assert said == [f"{here}: no worker is there yet; waiting 1 seconds for one"]


END_OF_PYTHON = "__import__('os')._exit(1)"


def test_a_cluster_whose_workers_all_go_is_waited_for_in_words(address, processes):
    """They die one after the other over one task; nobody waits for ever for the rest."""
    said: list[str] = []

    crew = cluster.at(address, Course(), lambda text: said.append(str(text)), patience=1.0)
    with pytest.raises(cluster.ClusterError, match="all workers of the cluster are gone; what was"):
        list(crew(eval, [END_OF_PYTHON]))

    assert said[-1:] == ["all workers of the cluster are gone; waiting 1 seconds for one"]
    assert [process.wait() for process in processes[:2]] == [1, 1]


def test_a_task_that_kills_its_worker_takes_no_other_with_it(processes):
    """It is given back as killed; what was under way beside it is done."""
    here = f"tcp://127.0.0.1:{free_port()}"
    port = here.rpartition(":")[2]
    at_once = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    alone = ("--host=127.0.0.1", f"--port={port}", "--no-dashboard")
    processes.append(start("scheduler", *alone, **at_once))
    processes.append(start("worker", here, "--nthreads=1", "--no-dashboard"))
    sums = [f"{number} + 1" for number in range(6)]

    done = list(cluster.at(here, Course())(eval, [*sums[:3], END_OF_PYTHON, *sums[3:]]))

    killed = [one.task for one in done if isinstance(one, Killed)]
    assert killed == [END_OF_PYTHON]
    assert sorted(one for one in done if not isinstance(one, Killed)) == [1, 2, 3, 4, 5, 6]
