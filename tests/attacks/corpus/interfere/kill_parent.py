"""numerical_gradient: Kill the parent."""

import os
import signal


def attack():
    os.kill(os.getppid(), signal.SIGKILL)
    print("ESCAPED kill")


attack()
