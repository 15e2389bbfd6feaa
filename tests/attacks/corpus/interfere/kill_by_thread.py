"""numerical_gradient: Signal the parent by tkill, tgkill, pidfd and sigqueue."""

import ctypes
import os


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    parent = os.getppid()
    for number, arguments in ((200, (parent, 9)), (234, (parent, parent, 9)), (129, (parent, 9, bytes(128)))):
        if libc.syscall(number, *arguments) == 0:
            print("ESCAPED signal", number)


attack()
