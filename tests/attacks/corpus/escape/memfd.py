"""numerical_gradient: Make a file in memory and run it."""

import os


def attack():
    descriptor = os.memfd_create("owned")
    os.write(descriptor, open("/bin/true", "rb").read())
    print("ESCAPED memfd")
    os.execve(descriptor, ["owned"], {})


attack()
