"""Deadlines that wait longer while the machine has more to do than it can."""

from __future__ import annotations

import os
import time

MOST = 4.0
PROCESSORS = os.cpu_count() or 1  # asked once: the system looks it up in a file each time


def overload() -> float:
    """Return how many times slower than alone everything goes now, between 1 and MOST.

    It is the number of processes that want to run, over the last minute, for each processor. On
    a system that does not tell, it is 1.
    """
    try:
        wanting = os.getloadavg()[0]
    except (AttributeError, OSError):
        return 1.0
    return min(MOST, max(1.0, wanting / PROCESSORS))


class Deadline:
    """So many seconds from now; a machine that is overloaded gives proportionally more.

    Otherwise an honest submission would time out because of somebody else's work.
    """

    def __init__(self, seconds: float) -> None:
        self._began, self._seconds = time.monotonic(), seconds
        self._ends = self._began + seconds

    @property
    def spent(self) -> float:
        """Seconds of the clock since it was set."""
        return time.monotonic() - self._began

    @property
    def passed(self) -> bool:
        """Whether the time is over."""
        # It is asked for at every evaluation of f: what is seldom needed comes last.
        return time.monotonic() > self._ends and self.spent > self._seconds * overload()
