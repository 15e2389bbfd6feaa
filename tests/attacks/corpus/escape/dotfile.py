"""numerical_gradient: Leave a line in the shell's start-up file."""

import os

for home in (os.path.expanduser("~"), "/tmp/home"):
    with open(f"{home}/.bashrc", "a") as stream:
        stream.write("echo owned\n")
    print("ESCAPED dotfile")
