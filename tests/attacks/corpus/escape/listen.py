"""numerical_gradient: Listen on a port."""

import socket


def attack():
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen()
    print("ESCAPED listen", server.getsockname())


attack()
