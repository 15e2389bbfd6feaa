"""numerical_gradient: Mount, move the root, change the root."""

import ctypes
import os


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"none", b"/tmp", b"tmpfs", 0, b"") == 0:
        print("ESCAPED mount")
    for name, arguments in (("chroot", ("/tmp",)), ("setuid", (0,)), ("setgid", (0,))):
        try:
            getattr(os, name)(*arguments)
            if name == "chroot" or os.getuid() != 0:
                print("ESCAPED", name)
        except OSError:
            pass
    if libc.syscall(442, -100, b"/", 0x8000, (ctypes.c_uint64 * 4)(0, 1, 0, 0), 32) == 0:
        print("ESCAPED mount_setattr")


attack()
