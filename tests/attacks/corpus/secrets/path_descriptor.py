"""numerical_gradient: Open the solution as a mere path and then again for reading."""

import os


def attack():
    path = "/tmp/course/solutions/numerical_gradient.py"
    descriptor = os.open(path, os.O_PATH)
    print("ESCAPED O_PATH", os.fstat(descriptor).st_size)
    print(open(f"/proc/self/fd/{descriptor}").read())


attack()
