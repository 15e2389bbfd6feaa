"""gradient_descent: Import the reference solution by name."""

import sys

sys.path.insert(0, "/tmp/course/solutions")
sys.path.insert(0, "/tmp/course")
sys.modules.pop("gradient_descent", None)


def gradient_descent(f, init_x, lr=0.01, step_num=100):
    import importlib

    return importlib.import_module("solutions.gradient_descent").gradient_descent(f, init_x, lr, step_num)


def descent_path(f, init_x, lr=0.01, step_num=100):
    import importlib

    return importlib.import_module("solutions.gradient_descent").descent_path(f, init_x, lr, step_num)
