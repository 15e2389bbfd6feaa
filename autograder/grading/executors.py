"""Who does the work of a class: this process, or several on this machine."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import Any, Generic, TypeVar

from autograder.language import _
from autograder.sandbox.errors import SandboxError

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")
# Does a task with each item and gives what comes of it, in any order.
Crew = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]

KILLED = "a process that grades was killed, perhaps for want of memory"
WAITING = 4  # tasks for each process, so that none is idle and few are held in memory


def alone(do: Callable[[Task], Outcome], tasks: Iterable[Task]) -> Iterator[Outcome]:
    """Work in this process."""
    return map(do, tasks)


@dataclass(frozen=True)
class Killed(Generic[Task]):
    """A task whose process was killed, also where the task had it to itself."""

    task: Task


def processes(count: int) -> Crew:
    """Work in so many processes, each of which starts what it needs once; 0 is one for each core.

    Where one of them is killed from outside, what was under way is done again, task by task. One
    that is killed even then is given back as Killed, so that the others are done all the same.

    Raises:
        SandboxError: one is killed before it has a task.
    """
    count = count or len(_cores())

    def run(do: Callable[[Task], Outcome], tasks: Iterable[Task]) -> Iterator[Any]:
        left, size = Left(tasks), count
        while True:
            try:
                yield from _in_processes(size, do, left)
            except BrokenProcessPool:
                logging.getLogger(__name__).warning("%s; %s", KILLED, "its task is looked for")
            else:
                return
            guilty = 0
            for outcome in _one_by_one(do, left.taken_back()):
                guilty += isinstance(outcome, Killed)
                yield outcome
            if not guilty:  # too many at once for this machine
                size = max(1, size // 2)

    return run


def _one_by_one(
    do: Callable[[Task], Outcome], suspects: list[Task]
) -> Iterator[Outcome | Killed[Task]]:
    """Work in one process, one task at a time; a task that kills it is given back."""
    left, done = Left(suspects), 0
    while done < len(suspects):
        try:
            for outcome in _in_processes(1, do, left, waiting=1):
                done += 1
                yield outcome
        except BrokenProcessPool:
            for task in left.taken_back():
                done += 1
                yield Killed(task)


class Left(Generic[Task]):
    """Tasks that are not done yet; what was under way in vain comes first again."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._again: list[Task] = []
        self._new = iter(tasks)

    def __iter__(self) -> Iterator[Task]:
        return self

    def __next__(self) -> Task:
        return self._again.pop() if self._again else next(self._new)

    def put_back(self, tasks: Iterable[Task]) -> None:
        """Take tasks back that were not done."""
        self._again += tasks

    def taken_back(self) -> list[Task]:
        """Return the tasks that were put back, which are left no longer."""
        tasks, self._again = self._again, []
        return tasks


def _in_processes(
    count: int, do: Callable[[Task], Outcome], left: Left[Task], waiting: int = WAITING
) -> Iterator[Outcome]:
    """Work until nothing is left, with a few tasks under way for each process.

    Raises:
        SandboxError: a process was killed before it had a task.
        BrokenProcessPool: a process was killed; what it leaves undone is put back.
    """
    context = get_context("spawn")
    cores = context.SimpleQueue()
    for number in range(count):
        cores.put(number)
    running: dict[Future[Outcome], Task] = {}
    with ProcessPoolExecutor(
        count, mp_context=context, initializer=_settle, initargs=(cores, count)
    ) as executor:
        _require_start(executor)
        try:
            while True:
                for task in islice(left, waiting * count - len(running)):
                    running[_submitted(executor, do, task)] = task
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    outcome = future.result()
                    del running[future]
                    yield outcome
        except BrokenProcessPool:
            left.put_back(running.values())
            raise
        finally:
            # Waited for: a thread of the pool that outlives it complains when Python ends.
            executor.shutdown(cancel_futures=True)


def _require_start(executor: ProcessPoolExecutor) -> None:
    """Make sure that the processes live before they are blamed on a task.

    Raises:
        SandboxError: they do not.
    """
    try:
        executor.submit(int).result()
    except BrokenProcessPool as fault:
        raise SandboxError(_("{what}; what was graded is kept").format(what=KILLED)) from fault


def _submitted(
    executor: ProcessPoolExecutor, do: Callable[[Task], Outcome], task: Task
) -> Future[Outcome]:
    """Hand a task over; one that can no longer be handed over fails like those under way."""
    try:
        return executor.submit(do, task)
    except BrokenProcessPool as fault:
        failed: Future[Outcome] = Future()
        failed.set_exception(fault)
        return failed


def _settle(cores: Any, count: int) -> None:
    """Keep to one core of one's own, and end with the process that gives the work."""
    number = cores.get()
    own = _cores()
    if count <= len(own):
        _keep_to([own[number]])
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _keep_to(cores: list[int]) -> None:
    """Run on these cores only, with every process that is started from now on.

    A grading process and its workers take turns on every evaluation of f. Where both run on one
    core, a turn costs half as much as where the kernel has to wake another.
    """
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, cores)


def _cores() -> list[int]:
    """Return the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return sorted(os.sched_getaffinity(0))
    return list(range(os.cpu_count() or 1))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
