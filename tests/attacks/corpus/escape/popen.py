"""numerical_gradient: Run a program and read what it prints."""

import os


def attack():
    with os.popen("id") as stream:
        text = stream.read()
    if text:
        print("ESCAPED popen", text)


attack()
