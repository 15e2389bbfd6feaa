"""numerical_gradient: Kill the parent."""

import os
import signal

os.kill(os.getppid(), signal.SIGKILL)
print("ESCAPED kill")
