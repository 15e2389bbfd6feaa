"""numerical_gradient: Sleep for an hour, which costs no processor time."""

import time


def numerical_gradient(f, x):
    time.sleep(3600)
