"""numerical_gradient: Create a file, a folder, a link, a FIFO or a device anywhere."""

import os

for folder in ("/tmp", "/dev/shm", "/var/tmp", "/run", "/tmp/course", "/tmp/home", ".", "/"):
    for make in (
        lambda path: os.close(os.open(path, os.O_CREAT | os.O_WRONLY)),
        os.mkdir,
        lambda path: os.symlink("/", path),
        os.mkfifo,
        lambda path: os.mknod(path, 0o20666, os.makedev(1, 3)),
        lambda path: os.open(folder, os.O_TMPFILE | os.O_RDWR),
    ):
        try:
            make(f"{folder}/left-behind")
            print("ESCAPED", folder)
        except OSError:
            pass
