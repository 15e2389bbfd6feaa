"""numerical_gradient: Interrupt itself a million times a second."""

import signal

signal.signal(signal.SIGALRM, lambda *args: None)
signal.setitimer(signal.ITIMER_REAL, 1e-6, 1e-6)


def numerical_gradient(f, x):
    while True:
        f(x)
