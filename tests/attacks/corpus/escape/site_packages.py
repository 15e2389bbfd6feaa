"""numerical_gradient: Leave a .pth file that runs in every Python."""

import sysconfig


def attack():
    with open(sysconfig.get_paths()["purelib"] + "/owned.pth", "w") as stream:
        stream.write("import os\n")
    print("ESCAPED .pth")


attack()
