"""numerical_gradient: Kill itself."""

import os
import signal


def numerical_gradient(f, x):
    os.kill(os.getpid(), signal.SIGKILL)
