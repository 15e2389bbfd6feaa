"""numerical_gradient: Run a program."""

import subprocess


def attack():
    print("ESCAPED", subprocess.run(["/bin/sh", "-c", "echo $$"], capture_output=True, check=True).stdout)


attack()
