"""numerical_gradient: Become another program."""

import os

os.execv("/bin/sh", ["sh", "-c", "touch /tmp/course/left-by-exec"])
