"""numerical_gradient: Run a program with posix_spawn."""

import os


def attack():
    process = os.posix_spawn("/bin/true", ["true"], {})
    print("ESCAPED posix_spawn", os.waitpid(process, 0))


attack()
