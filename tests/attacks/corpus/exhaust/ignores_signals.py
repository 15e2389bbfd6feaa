"""numerical_gradient: Ignore every signal that can be ignored, and loop."""

import signal

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))


def numerical_gradient(f, x):
    while True:
        pass
