"""numerical_gradient: Leave a key in a keyring."""

import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for keyring in (-1, -2, -3, -4, -5):
        if libc.syscall(248, b"user", b"owned", b"value", 5, keyring) > 0:
            print("ESCAPED add_key", keyring)


attack()
