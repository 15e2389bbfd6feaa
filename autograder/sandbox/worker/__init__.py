"""The untrusted side of the wall, where student code runs."""
