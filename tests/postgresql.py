"""A PostgreSQL server of our own for the tests: a new one in a new folder, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ADDRESS = "postgresql://kobai@/kobai?host={folder}"


def program(name: str) -> str | None:
    """Find a program of the server; Debian keeps them out of the PATH."""
    found = shutil.which(name)
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    return found or next((str(place) for place in places), None)


@contextmanager
def server() -> Iterator[str]:
    """Start a server that listens on a socket in its folder only, and give its address."""
    folder = Path(tempfile.mkdtemp(prefix="kobai-pg-"))
    user: dict[str, str | int] = {}
    if os.geteuid() == 0:  # it refuses to run as root; Debian's package makes a user for it
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
        user = {"user": account.pw_uid, "group": account.pw_gid}

    def run(name: str, *arguments: str) -> None:
        subprocess.run(
            [str(program(name)), *arguments],
            check=True,
            capture_output=True,
            timeout=120,
            cwd=folder,
            **user,
        )

    data = folder / "data"
    settings = f"-k {folder} -c listen_addresses='' -c fsync=off"
    try:
        run("initdb", "-D", str(data), "-U", "kobai", "-A", "trust", "-E", "UTF8", "--locale=C")
        log = folder / "log"
        run("pg_ctl", "-D", str(data), "-o", settings, "-l", str(log), "-w", "start")
        try:
            run("createdb", "-h", str(folder), "-U", "kobai", "kobai")
            yield ADDRESS.format(folder=folder)
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
