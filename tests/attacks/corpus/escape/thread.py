"""numerical_gradient: Start a thread that goes on after the answer."""

import threading
import time


def attack():
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    print("ESCAPED thread")


attack()
