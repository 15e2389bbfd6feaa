"""numerical_gradient: Change, truncate, rename or remove files of the course."""

import os

for path in ("/tmp/course/solutions/numerical_gradient.py", "/tmp/course/submissions/honest/numerical_gradient.py"):
    for deed in (
        lambda: open(path, "a").write("# owned\n"),
        lambda: os.truncate(path, 10),
        lambda: os.chmod(path, 0o777),
        lambda: os.utime(path, (0, 0)),
        lambda: os.setxattr(path, "user.owned", b"1"),
        lambda: os.rename(path, path + ".old"),
        lambda: os.unlink(path),
    ):
        try:
            deed()
            print("ESCAPED", path)
        except OSError:
            pass
