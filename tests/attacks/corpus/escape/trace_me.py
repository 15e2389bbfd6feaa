"""numerical_gradient: Ask the parent to trace us."""

import ctypes


def attack():
    if ctypes.CDLL(None, use_errno=True).ptrace(0, 0, 0, 0) == 0:
        print("ESCAPED PTRACE_TRACEME")


attack()
