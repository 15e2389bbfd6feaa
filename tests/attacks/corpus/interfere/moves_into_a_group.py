"""numerical_gradient: Join the parent's process group, to be in front of the terminal."""

import os


def attack():
    try:
        os.setpgid(0, os.getpgid(os.getppid()))
        print("ESCAPED setpgid")
    except OSError:
        pass
    try:
        os.tcsetpgrp(0, os.getpgrp())
        print("ESCAPED tcsetpgrp")
    except OSError:
        pass


attack()
