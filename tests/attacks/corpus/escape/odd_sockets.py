"""numerical_gradient: Open sockets of rarely filtered families."""

import socket

for family in (16, 17, 38, 40, 44, 29, 31):
    for kind in (socket.SOCK_RAW, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
        try:
            socket.socket(family, kind)
            print("ESCAPED family", family, kind)
        except OSError:
            pass
