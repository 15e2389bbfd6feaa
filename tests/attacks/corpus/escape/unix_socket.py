"""numerical_gradient: Talk to a service over an abstract UNIX socket."""

import socket


def attack():
    connection = socket.socket(socket.AF_UNIX)
    connection.connect("\0kobai-listener")
    connection.sendall(b"hello")
    print("ESCAPED abstract socket")


attack()
