"""numerical_gradient: Run a shell command that leaves a file."""

import os


def attack():
    if os.system("touch /tmp/course/left-by-system; true") == 0:
        print("ESCAPED system")


attack()
