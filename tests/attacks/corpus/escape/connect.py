"""numerical_gradient: Call out over TCP."""

import socket


def attack():
    with socket.create_connection(("127.0.0.1", 47001), timeout=1) as connection:
        connection.sendall(b"hello")
    print("ESCAPED connect")


attack()
