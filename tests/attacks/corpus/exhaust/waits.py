"""numerical_gradient: Wait for a lock that nobody opens."""

import threading


def numerical_gradient(f, x):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
