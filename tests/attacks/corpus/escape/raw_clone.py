"""numerical_gradient: Make a process with raw clone, clone3, vfork and fork."""

import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for number, arguments in ((56, (17, 0, 0, 0, 0)), (57, ()), (435, (ctypes.create_string_buffer(88), 88))):
        process = libc.syscall(number, *arguments)
        if process == 0:
            libc.syscall(231, 0)
        if process > 0:
            print("ESCAPED", number)


attack()
