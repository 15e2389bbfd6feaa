"""numerical_gradient: Leave System V and POSIX shared memory behind."""

import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for name, arguments in (
        ("shmget", (4711, 4096, 0o1666)), ("msgget", (4711, 0o1666)), ("semget", (4711, 1, 0o1666)),
        ("mq_open", (b"/owned", 0o100 | 2, 0o666, 0)), ("shm_open", (b"/owned", 0o100 | 2, 0o666)),
    ):
        if getattr(libc, name)(*arguments) >= 0:
            print("ESCAPED", name)


attack()
