"""What the lock-down and its self-test cost per worker, in milliseconds of processor time."""

from __future__ import annotations

import gc
import os
import socket
import statistics
import struct
import time

from autograder.sandbox.lockdown import runtime
from autograder.sandbox.lockdown.layers import WIRE, Lockdown, prepare
from autograder.sandbox.lockdown.resource_limits import Bounds
from autograder.sandbox.lockdown.selftest import self_test
from autograder.sandbox.worker import rehearsal

WORKERS = 200
SECRETS = ["/nonexistent/solutions", "/nonexistent/results"]


def measure(lockdown: Lockdown) -> tuple[float, float]:
    """Fork one worker; give what entering and testing took."""
    near, far = socket.socketpair()
    with near, far:
        process = os.fork()
        if process == 0:
            bounds = Bounds()
            # The clock of the process stands still between ticks once RLIMIT_CPU is set.
            began = time.thread_time()
            lockdown.enter(far.fileno(), bounds)
            entered = time.thread_time()
            self_test(lockdown, bounds, SECRETS)
            tested = time.thread_time()
            os.write(WIRE, struct.pack("dd", entered - began, tested - entered))
            os._exit(0)
        os.waitpid(process, 0)
        entering, testing = struct.unpack("dd", near.recv(16))
    return entering * 1e3, testing * 1e3


def main() -> None:
    """Print the smallest and the median cost of many workers."""
    rehearsal.warm_up()
    os.environ.clear()
    lockdown = prepare(runtime.readable())
    rehearsal.rehearse(lockdown)
    gc.collect()
    gc.freeze()
    measured = [measure(lockdown) for _ in range(WORKERS)]
    for name, times in zip(("lock-down", "self-test"), zip(*measured, strict=True), strict=True):
        print(f"{name}: least {min(times):.2f} ms, median {statistics.median(times):.2f} ms")
    sums = [entering + testing for entering, testing in measured]
    print(f"together: least {min(sums):.2f} ms, median {statistics.median(sums):.2f} ms")


if __name__ == "__main__":
    main()
