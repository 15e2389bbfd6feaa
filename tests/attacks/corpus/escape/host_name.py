"""numerical_gradient: Change the host name and the domain name."""

import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for name in ("sethostname", "setdomainname"):
        if getattr(libc, name)(b"owned", 5) == 0:
            print("ESCAPED", name)


attack()
