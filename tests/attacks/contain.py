"""Run a command where nothing that it does can reach the machine: the attack suite's own cage.

New process, network, IPC, host name and mount namespaces; a read-only root with scratch folders in
memory; bounds on memory and on the number of processes; a hard time limit that kills everything.
The cage is tried from inside before the command starts, and without it nothing starts.

    python tests/attacks/contain.py --as root|user --seconds 600 -- COMMAND...
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import fcntl
import os
import resource
import signal
import socket
import struct
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

USER = 54321
INSIDE = "KOBAI_CONTAINED"  # tells the runner that it may start; the cage is tried all the same
PROJECT = Path(__file__).resolve().parents[2]
SCRATCH = ("/tmp", "/dev/shm", "/run", "/var/tmp")
DEVICES = ("null", "zero", "full", "random", "urandom")
MEMORY = 6 * 2**30
PROCESSES = 300

_NEWNS, _NEWUTS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = (
    0x20000,
    0x4000000,
    0x8000000,
    0x10000000,
    0x20000000,
    0x40000000,
)
_RDONLY, _NOSUID, _NODEV, _NOEXEC, _BIND, _REC, _PRIVATE, _REMOUNT = (
    1,
    2,
    4,
    8,
    4096,
    16384,
    1 << 18,
    32,
)
_libc = ctypes.CDLL(None, use_errno=True)


class ContainmentError(Exception):
    """A part of the cage that cannot be built here; the suite must not run."""


def _checked(result: int, deed: str) -> None:
    if result != 0:
        raise ContainmentError(f"{deed}: {os.strerror(ctypes.get_errno())}")


def _unshare(flags: int) -> None:
    _checked(_libc.unshare(flags), "unshare")


def _mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    _checked(
        _libc.mount(
            source.encode(), target.encode(), kind.encode(), ctypes.c_ulong(flags), options.encode()
        ),
        f"mount {kind or source} on {target}",
    )


@contextlib.contextmanager
def bounded_by_cgroup() -> Iterator[bool]:
    """Put this process into a group with bounds on memory and processes; whether that worked."""
    made: list[Path] = []
    name = f"kobai-attacks-{os.getpid()}"
    home = {
        line.split(":")[1]: line.split(":", 2)[2].strip()
        for line in Path("/proc/self/cgroup").read_text().splitlines()
    }
    bounds = {
        "memory": {"memory.limit_in_bytes": MEMORY, "memory.max": MEMORY},
        "pids": {"pids.max": PROCESSES},
    }
    done = set()
    try:
        for controller, files in bounds.items():
            root = Path("/sys/fs/cgroup", controller)
            group = root / home.get(controller, "/").strip("/") / name
            if not root.is_dir():  # version 2: one tree for all
                group = Path("/sys/fs/cgroup") / home.get("", "/").strip("/") / name
            with contextlib.suppress(OSError):
                group.mkdir(exist_ok=True)
                made.append(group)
                for file, bound in files.items():
                    if (group / file).exists():
                        (group / file).write_text(str(bound))
                        done.add(controller)
                (group / "cgroup.procs").write_text(str(os.getpid()))
        yield done == set(bounds)
    finally:
        for group in made:
            with contextlib.suppress(OSError):
                (group.parent / "cgroup.procs").write_text(str(os.getpid()))
                group.rmdir()


def _raise_loopback() -> None:
    """Bring up the loopback of the new network, so that attacks have something to call."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, 0x8914, struct.pack("16sh14x", b"lo", 0x1))  # SIOCSIFFLAGS, IFF_UP


def _bound_processes() -> None:
    """Bound memory and processes of a user; root is bound by its cgroup alone."""
    resource.setrlimit(resource.RLIMIT_NPROC, (PROCESSES, PROCESSES))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _build_root(python: Path, *, bare_proc: bool) -> None:
    """Make every mount read-only, with scratch folders, few devices and a /proc of our own."""
    _mount("none", "/", "", _REC | _PRIVATE)
    kept = (python, PROJECT)
    _cover("/sys", (), "size=4k", _NOEXEC)
    _cover("/mnt", kept, "size=64k,mode=755")
    _cover("/root", kept, "size=64k,mode=755")
    _cover("/tmp", kept, "size=768m,mode=1777")
    staging = Path("/tmp/dev")
    staging.mkdir()
    _mount("tmpfs", str(staging), "tmpfs", _NOSUID, "size=64k,mode=755")
    for device in DEVICES:
        (staging / device).touch()
        _mount(f"/dev/{device}", str(staging / device), "", _BIND)
    (staging / "shm").mkdir()
    (staging / "fd").symlink_to("/proc/self/fd")
    _mount(str(staging), "/dev", "", _BIND | _REC)
    _checked(_libc.umount2(str(staging).encode(), 2), "umount")
    staging.rmdir()
    _read_only("/")
    # Only now: the maps of user namespaces are written through /proc.
    _mount("proc", "/proc", "proc", _NOSUID | _NODEV | _NOEXEC)
    for folder in SCRATCH:
        _cover(folder, kept, "size=768m,mode=1777")
    if not bare_proc:
        for path in ("/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus"):
            if Path(path).exists():
                _mount(path, path, "", _BIND)
                _read_only(path)


def _cover(folder: str, kept: Sequence[Path], options: str, flags: int = 0) -> None:
    """Hide a folder behind an empty one, but for what is kept of it."""
    if not Path(folder).is_dir():
        return
    shown = {path: os.open(path, os.O_PATH) for path in kept if path.is_relative_to(folder)}
    _mount("tmpfs", folder, "tmpfs", _NOSUID | _NODEV | flags, options)
    for path, descriptor in shown.items():
        path.mkdir(parents=True, exist_ok=True)
        _mount(f"/proc/self/fd/{descriptor}", str(path), "", _BIND | _REC)
        os.close(descriptor)


def _read_only(path: str) -> None:
    """Make a mount and all below it read-only and deaf to set-user-id bits (mount_setattr)."""
    attributes = (ctypes.c_uint64 * 4)(0x1 | 0x2, 0, 0, 0)
    _checked(
        _libc.syscall(
            ctypes.c_long(442),
            ctypes.c_long(-100),
            path.encode(),
            ctypes.c_long(0x8000),
            attributes,
            ctypes.c_long(32),
        ),
        f"make {path} read-only",
    )


def _within_user_namespace(inside: int, count: int, act: Callable[[], None]) -> None:
    """Run in a user namespace whose ids begin at one of its own: root there is no root here."""
    ready, go = os.pipe(), os.pipe()
    parent = os.getpid()
    mapper = os.fork()
    if mapper == 0:
        os.read(ready[0], 1)
        for kind in ("uid", "gid"):
            Path(f"/proc/{parent}/{kind}_map").write_text(f"{inside} 0 {count}")
        os.write(go[1], b".")
        os._exit(0)
    _unshare(_NEWUSER | _NEWNS)
    os.write(ready[1], b".")
    os.close(go[1])
    if os.read(go[0], 1) != b".":
        raise ContainmentError("the ids of the user namespace could not be mapped")
    os.waitpid(mapper, 0)
    for descriptor in (*ready, go[0]):
        os.close(descriptor)
    act()


def try_cage() -> None:
    """Try from inside what must not work.

    Raises:
        ContainmentError: something works.
    """
    for folder in ("/", "/etc", "/usr", str(Path(__file__).parent), "/sys", "/proc/sys"):
        if os.access(folder, os.W_OK) and not os.statvfs(folder).f_flag & os.ST_RDONLY:
            raise ContainmentError(f"{folder} can be written")
    if os.environ.get(INSIDE) != "1" or [name for _, name in socket.if_nameindex()] != ["lo"]:
        raise ContainmentError("the network can be reached")
    others = [int(name.name) for name in Path("/proc").iterdir() if name.name.isdecimal()]
    if len(others) > 20 or Path("/proc/1/comm").read_text().strip() in ("systemd", "init"):
        raise ContainmentError("processes of the machine can be seen")
    if any(Path("/dev").glob("[svn]d[a-z]*")):
        raise ContainmentError("disks can be reached")
    if os.geteuid() != 0 and resource.getrlimit(resource.RLIMIT_NPROC)[1] > PROCESSES:
        raise ContainmentError("processes are not bounded")


def _inside(options: argparse.Namespace, python: Path, *, by_cgroup: bool) -> None:
    """Build the cage around this process, the first of its process namespace, and run."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _raise_loopback()
    if by_cgroup or os.geteuid() == 0:
        _build_root(python, bare_proc=options.identity == "user")
    os.environ[INSIDE] = "1"
    os.environ["HOME"] = "/tmp"
    os.chdir(options.directory)

    def run() -> None:
        _libc.prctl(1, signal.SIGKILL)  # again: a change of user takes it back
        _bound_processes()
        try_cage()
        os.execvp(options.command[0], options.command)

    if options.identity == "root":
        _within_user_namespace(0, 65536, run)
    elif os.getresuid()[1] == 0 and by_cgroup:
        os.setgroups([])
        os.setresgid(USER, USER, USER)
        os.setresuid(USER, USER, USER)
        run()
    else:
        _within_user_namespace(USER, 1, run)


def contain(options: argparse.Namespace) -> int:
    """Run the command in the cage and give its exit status; 3 if there is no cage."""
    python = Path(sys.base_prefix).resolve()
    root = os.geteuid() == 0
    if options.identity == "root" and not root:
        raise ContainmentError("only root can run the suite as root")
    with bounded_by_cgroup() as by_cgroup:
        if root and not by_cgroup:
            raise ContainmentError("no cgroup can be made to bound memory and processes")
        flags = _NEWNS | _NEWPID | _NEWNET | _NEWIPC | _NEWUTS
        runner = os.fork()
        if runner == 0:
            _guarded(lambda: _first(options, python, flags, by_cgroup=by_cgroup, root=root))
        return _wait(runner, options.seconds)


def _first(
    options: argparse.Namespace, python: Path, flags: int, *, by_cgroup: bool, root: bool
) -> None:
    """Enter the namespaces and wait for the process that is the first in them."""
    _libc.prctl(1, signal.SIGKILL)
    if root:
        _unshare(flags)
    else:
        user, group = os.getuid(), os.getgid()
        _unshare(flags | _NEWUSER)
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"0 {user} 1")
        Path("/proc/self/gid_map").write_text(f"0 {group} 1")
    first = os.fork()
    if first == 0:
        _libc.prctl(1, signal.SIGKILL)
        _guarded(lambda: _inside(options, python, by_cgroup=by_cgroup))
    os._exit(os.waitstatus_to_exitcode(os.waitpid(first, 0)[1]) & 0xFF)


def _guarded(act: Callable[[], None]) -> None:
    try:
        act()
    except (ContainmentError, OSError) as fault:
        print(f"No containment, so nothing is run: {fault}", file=sys.stderr)
    os._exit(3)


def _wait(process: int, seconds: float) -> int:
    """Wait with a hard limit; the death of the first process kills all in its namespace."""
    deadline = time.monotonic() + seconds
    try:
        while time.monotonic() < deadline:
            ended, status = os.waitpid(process, os.WNOHANG)
            if ended:
                process = 0
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.05)
    finally:
        if process:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            time.sleep(0.5)  # for the kernel to kill the rest
    print(f"The time limit of {seconds:g} seconds was reached; all was killed.", file=sys.stderr)
    return 124


def main() -> int:
    """Read the command line and contain the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--as", dest="identity", choices=("root", "user"), default="user")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--directory", default=str(Path.cwd()))
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the group is removed
    options.command = [word for word in options.command if word != "--"]
    try:
        return contain(options)
    except ContainmentError as fault:
        print(f"No containment, so nothing is run: {fault}", file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main())
