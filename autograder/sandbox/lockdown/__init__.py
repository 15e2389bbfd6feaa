"""The layers that lock a worker down."""
