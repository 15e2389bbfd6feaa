"""numerical_gradient: Raise its own limits and its priority."""

import os
import resource


def attack():
    for kind in range(16):
        soft, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            try:
                resource.setrlimit(kind, (hard + 1, hard + 1))
                print("ESCAPED limit", kind)
            except (OSError, ValueError):
                pass
    try:
        os.nice(-5)
        print("ESCAPED nice")
    except OSError:
        pass


attack()
