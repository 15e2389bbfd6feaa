"""Who does the work of a class: this process, or several on this machine."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import Any, TypeVar

from autograder.sandbox import SandboxError

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")
# Does a task with each item and gives what comes of it, in any order.
Crew = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]

WAITING = 4  # tasks for each process, so that none is idle and few are held in memory


def alone(do: Callable[[Task], Outcome], tasks: Iterable[Task]) -> Iterator[Outcome]:
    """Work in this process."""
    return map(do, tasks)


def on_one_core(do: Callable[[Task], Outcome], tasks: Iterable[Task]) -> Iterator[Outcome]:
    """Work in this process, and keep it to one core for the while."""
    cores = _cores()
    _keep_to(cores[-1:])
    try:
        yield from map(do, tasks)
    finally:
        _keep_to(cores)


def processes(count: int) -> Crew:
    """Work in so many processes, each of which starts what it needs once; 0 is one for each core.

    Raises:
        SandboxError: one of them was killed from outside.
    """
    count = count or len(_cores())
    if count <= 1:
        return on_one_core

    def run(do: Callable[[Task], Outcome], tasks: Iterable[Task]) -> Iterator[Outcome]:
        context = get_context("spawn")
        cores = context.SimpleQueue()
        for number in range(count):
            cores.put(number)
        executor = ProcessPoolExecutor(
            count, mp_context=context, initializer=_settle, initargs=(cores, count)
        )
        with executor:
            try:
                yield from windowed(lambda task: executor.submit(do, task), tasks, WAITING * count)
            except BrokenProcessPool as fault:
                raise SandboxError(
                    "a process that grades was killed, perhaps for want of memory; what was graded "
                    "is kept: run the command again, with fewer --processes"
                ) from fault
            finally:
                executor.shutdown(wait=False, cancel_futures=True)

    return run


def windowed(
    submit: Callable[[Task], Future[Outcome]], tasks: Iterable[Task], most: int
) -> Iterator[Outcome]:
    """Give outcomes as they come, with at most so many tasks under way."""
    left = iter(tasks)
    running = {submit(task) for task in islice(left, most)}
    while running:
        done, running = wait(running, return_when=FIRST_COMPLETED)
        running |= {submit(task) for task in islice(left, len(done))}
        for future in done:
            yield future.result()


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
    """Give the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return sorted(os.sched_getaffinity(0))
    return list(range(os.cpu_count() or 1))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
