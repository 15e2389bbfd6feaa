"""numerical_gradient: Stop with SIGSTOP, neither alive nor dead."""

import os
import signal


def numerical_gradient(f, x):
    os.kill(os.getpid(), signal.SIGSTOP)
    while True:
        pass
