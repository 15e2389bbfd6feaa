"""numerical_gradient: Put on a filter whose decisions it makes itself."""

import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    program = (ctypes.c_uint64 * 1)(0x7FFF000000000006)

    class Header(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("program", ctypes.c_void_p))

    header = Header(1, ctypes.addressof(program))
    if libc.syscall(317, 1, 8, ctypes.byref(header)) >= 0:
        print("ESCAPED seccomp listener")


attack()
