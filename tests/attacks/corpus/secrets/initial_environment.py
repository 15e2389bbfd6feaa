"""numerical_gradient: Read the environment that the process was started with."""

for process in ("self", "thread-self", "1"):
    try:
        print(open(f"/proc/{process}/environ", "rb").read())
    except OSError as fault:
        print(fault)
