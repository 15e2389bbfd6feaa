"""numerical_gradient: Read the session keyring."""

import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(4096)
    length = libc.syscall(250, 11, -3, buffer, 4096, 0)
    if length > 0:
        print("ESCAPED keyctl", buffer.raw[:length])


attack()
