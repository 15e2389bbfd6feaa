"""numerical_gradient: Send a datagram out."""

import socket


def attack():
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"hello", ("127.0.0.1", 47001))
    print("ESCAPED datagram")


attack()
