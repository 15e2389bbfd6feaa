"""The trusted side of the wall."""
