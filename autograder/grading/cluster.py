"""A crew on other machines: Dask hands out the tasks, and hands them out again if a worker is lost.

Whoever grades a student sends the verdicts back, and only the process that was started by hand
writes them. So a task that is done twice, as after a lost connection, is still written once.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from autograder.course import Course, versions
from autograder.course.errors import ExerciseError
from autograder.course.extras import installing
from autograder.grading.executors import Crew
from autograder.grading.key import PACKAGE, engine
from autograder.grading.under_way import ClusterError, Watched, gathered
from autograder.language import Text, _

if TYPE_CHECKING:
    from distributed import Client

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")
Print = Mapping[str, str]

# A task costs 2 ms whatever is in it: with seconds of work in each, that is nothing. With more, a
# lost worker would lose more, and the last tasks would leave the others idle for longer.
MOST_IN_TASK = 16
WAITING = 3  # tasks for each thread of the cluster, so that none is idle and few are held in memory
RETRIES = 2
PATIENCE = 60  # seconds in which the first worker must be there


def at(
    address: str,
    course: Course,
    say: Callable[[Text], object] = lambda _text: None,
    patience: float = PATIENCE,
) -> Crew:
    """Return the crew of the workers of a scheduler.

    Args:
        address: such as tcp://10.0.0.5:8786; for tls:// Dask's own settings name the certificates.
        course: which must be the same, under the same path, on every worker.
        say: hears what is waited for.
        patience: seconds in which the first worker must be there, or another where all are gone.

    Raises:
        ClusterError: as soon as it works: nobody answers, all workers are gone, or they differ from
            this machine.
    """

    def run(do: Callable[[Task], Outcome], tasks: Iterable[Task]) -> Iterator[Outcome]:
        expected = fingerprint(course)
        with _client(address, say, patience) as client:
            everything = list(tasks)
            threads = sum(client.nthreads().values())
            size = max(1, min(MOST_IN_TASK, len(everything) // (WAITING * threads)))
            run = uuid4().hex

            def submit(number: int, part: list[Task]) -> Any:
                return client.submit(
                    _grade, do, part, course, expected,
                    key=f"grade-{run}-{number}", pure=False, retries=RETRIES,
                )  # fmt: skip

            watched = Watched(client, say, patience)
            yield from gathered(submit, _parts(everything, size), WAITING * threads, watched)

    return run


def fingerprint(course: Course) -> Print:
    """Return what must be the same wherever a class is graded."""
    digests = {name: exercise.digest for name, exercise in course.exercises.items()}
    return {**versions(), "autograder": engine(PACKAGE), **digests}


@contextlib.contextmanager
def _client(address: str, say: Callable[[Text], object], patience: float) -> Iterator[Client]:
    """Connect to a scheduler that has workers."""
    try:
        from distributed import Client
    except ImportError as fault:
        raise ClusterError(
            _("Dask is not installed here; on every machine: {command}").format(
                command=installing("cluster")
            )
        ) from fault
    try:
        client = Client(address, timeout=PATIENCE / 4, set_as_default=False)
    except (OSError, ValueError) as fault:
        raise ClusterError(
            _("{address}: no scheduler answers ({reason}); start one with `dask scheduler`").format(
                address=address, reason=fault
            )
        ) from fault
    with client, client.as_current():
        if not client.nthreads():
            waiting = _("{address}: no worker is there yet; waiting {seconds:g} seconds for one")
            say(waiting.format(address=address, seconds=patience))
        try:
            client.wait_for_workers(1, timeout=patience)
        except TimeoutError as fault:
            raise ClusterError(
                _(
                    "{address}: the scheduler has no workers; "
                    "start some with `dask worker {address}`"
                ).format(address=address)
            ) from fault
        yield client


def _parts(everything: list[Task], size: int) -> Iterator[list[Task]]:
    return (everything[start : start + size] for start in range(0, len(everything), size))


def _grade(
    do: Callable[[Task], Outcome], part: list[Task], course: Course, expected: Print
) -> list[Outcome]:
    """Do a task on a worker, if it is one that would come to the same verdicts."""
    _require_same(_print_here(course), expected)
    # The sandbox ends with the thread that started it, and Dask's own threads come and go.
    return list(_hand().map(do, part))


@cache
def _hand() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "grade")


def _print_here(course: Course) -> Print:
    try:
        return fingerprint(course)
    except (ExerciseError, OSError) as fault:
        raise ClusterError(
            _("a worker does not find the course: {reason}").format(reason=fault)
        ) from fault


def _require_same(here: Print, expected: Print) -> None:
    for name, value in expected.items():
        if here.get(name) != value:
            raise ClusterError(
                _(
                    "a worker differs from the machine that grades: "
                    "{name} is {there} there and {here} here; "
                    "install the same versions and the same course"
                ).format(name=name, there=here.get(name), here=value)
            )
