"""numerical_gradient: Send a descriptor to the trusted side over the wire."""

import array
import os
import socket


def attack():
    wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, fileno=os.dup(3))
    rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))]
    wire.sendmsg([b"A"], rights)
    print("ESCAPED SCM_RIGHTS")


attack()
