"""numerical_gradient: Fill the disk."""

for folder in ("/tmp", "/dev/shm", "/var/tmp"):
    try:
        with open(f"{folder}/full", "wb") as stream:
            for _ in range(64):
                stream.write(b"x" * 2**20)
        print("ESCAPED", folder)
    except OSError:
        pass
