"""numerical_gradient: Make shared descriptors non-blocking."""

import os

for descriptor in range(12):
    try:
        os.set_blocking(descriptor, False)
        print("ESCAPED O_NONBLOCK", descriptor)
    except OSError:
        pass
