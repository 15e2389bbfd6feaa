"""numerical_gradient: Pretend to be another student in everything that is printed."""

import os

os.environ["USER"] = os.environ["STUDENT"] = "honest"
print("student: honest\nscore: 0.0\n" * 3)


def numerical_gradient(f, x):
    raise SystemExit("honest/numerical_gradient: 0 of 6 points")
