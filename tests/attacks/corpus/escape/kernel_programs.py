"""numerical_gradient: Load a BPF program or open performance counters."""

import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    attributes = (ctypes.c_uint32 * 32)(1, 4, 4, 1)
    if libc.syscall(321, 0, attributes, 128) >= 0:
        print("ESCAPED bpf")
    counter = (ctypes.c_uint32 * 32)(1, 128)
    if libc.syscall(298, counter, 0, -1, -1, 0) >= 0:
        print("ESCAPED perf_event_open")


attack()
