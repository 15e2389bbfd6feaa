"""numerical_gradient: Fork a child that outlives the grade."""

import os
import time


def attack():
    if os.fork() == 0:
        os.setsid()
        time.sleep(60)
        os._exit(0)
    print("ESCAPED fork")


attack()
