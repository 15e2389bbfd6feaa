"""numerical_gradient: Lock what other workers share."""

import fcntl
import os


def attack():
    for descriptor in range(12):
        for lock in (fcntl.flock, fcntl.lockf):
            try:
                lock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                print("ESCAPED lock", descriptor)
            except OSError:
                pass
    with open(os.__file__) as stream:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        print("ESCAPED lock on the library")


attack()
