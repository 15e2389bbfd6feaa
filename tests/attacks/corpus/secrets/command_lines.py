"""numerical_gradient: Read the command lines of all processes."""

import os

for name in os.listdir("/proc"):
    if name.isdecimal():
        try:
            print(open(f"/proc/{name}/cmdline", "rb").read())
        except OSError:
            pass
