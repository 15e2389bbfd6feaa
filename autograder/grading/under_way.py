"""Tasks under way on a Dask cluster, given back as they end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, islice
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any, TypeVar

from autograder.grading.executors import Killed
from autograder.language import Text, UserError, _

if TYPE_CHECKING:
    from distributed import Client

Task = TypeVar("Task")

PULSE = 1.0  # seconds between two looks at whether anybody is left to work


class ClusterError(UserError):
    """A cluster that cannot grade; the message says what was found, where, and what to do."""


@dataclass(frozen=True)
class Watched:
    """A cluster whose workers may go.

    Attributes:
        client: connected to it.
        say: hears that all are gone.
        patience: seconds in which another must come.
    """

    client: Client
    say: Callable[[Text], object]
    patience: float

    def next(self, done: Queue[Any]) -> Any:
        """Return the future that ends next.

        Raises:
            ClusterError: all workers are gone, and none comes.
        """
        gone = None
        while True:
            try:
                return done.get(timeout=PULSE)
            except Empty:
                now = time.monotonic()
            if self.client.nthreads():  # type: ignore[no-untyped-call]
                gone = None
            elif gone is None:
                gone = now
                words = _(
                    "all workers of the cluster are gone; waiting {seconds:g} seconds for one"
                )
                self.say(words.format(seconds=self.patience))
            elif now - gone > self.patience:
                raise ClusterError(
                    _(
                        "all workers of the cluster are gone; what was graded is kept: "
                        "start some, and run the command again"
                    )
                )


def gathered(
    submit: Callable[[int, list[Task]], Any],
    parts: Iterator[list[Task]],
    most: int,
    watched: Watched,
) -> Iterator[Any]:
    """Yield outcomes as they come, with at most so many parts under way.

    Parts on whose workers one died after the other are done again at the end, one task at a time,
    so that none is blamed for its neighbour. One that kills them even then is given as Killed.

    Raises:
        ClusterError: the scheduler or all workers are gone.
    """
    from distributed import CancelledError, KilledWorker

    numbers, suspects = count(), list[Task]()

    def futures(parts: Iterator[list[Task]], most: int) -> Iterator[tuple[Any, list[Task]]]:
        done: Queue[Any] = Queue()
        running: dict[str, list[Task]] = {}
        while True:
            for part in islice(parts, most - len(running)):
                future = submit(next(numbers), part)
                running[future.key] = part
                future.add_done_callback(done.put)
            if not running:
                return
            future = watched.next(done)
            yield future, running.pop(future.key)
            future.release()

    try:
        for future, part in futures(parts, most):
            try:
                yield from future.result()
            except KilledWorker:
                suspects += part
        for future, part in futures(([task] for task in suspects), 1):
            try:
                yield from future.result()
            except KilledWorker:
                yield from map(Killed, part)
    except (CancelledError, OSError) as fault:
        raise ClusterError(
            _(
                "the cluster was lost ({reason}); what was graded is kept: run the command again"
            ).format(reason=fault)
        ) from fault
