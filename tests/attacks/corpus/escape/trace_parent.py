"""numerical_gradient: Attach a debugger to the parent."""

import ctypes
import os


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for request in (16, 0x4206):
        if libc.ptrace(request, os.getppid(), 0, 0) == 0:
            print("ESCAPED ptrace", request)


attack()
