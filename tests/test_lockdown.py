"""The lock-down: every layer stops what it is there for, and its absence is noticed."""

from __future__ import annotations

import ctypes
import json
import os
import re
import socket
import struct
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("the lock-down is for Linux", allow_module_level=True)

from autograder.sandbox.lockdown import kernel, runtime, seccomp
from autograder.sandbox.lockdown.landlock import Ruleset
from autograder.sandbox.lockdown.layers import LAYERS, WIRE, Lockdown, LockdownError, prepare
from autograder.sandbox.lockdown.resource_limits import Bounds, mapped, resources
from autograder.sandbox.lockdown.selftest import FORBIDDEN, self_test
from autograder.sandbox.trusted import probes
from autograder.sandbox.trusted.doctor import Layer

ALLOW, REFUSE = 0x7FFF0000, 0x00050001
MACHINES = (kernel.X86_64, kernel.ARM64)


def run(program: bytes, machine: kernel.Machine, number: int, *arguments: int) -> int:
    """Give what a filter decides: a BPF machine with one register, as the kernel has."""
    words = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("iIQ6Q", number, machine.audit, 0, *(word % 2**64 for word in words))
    steps = [struct.unpack_from("HBBI", program, offset) for offset in range(0, len(program), 8)]
    register = at = 0
    while True:
        code, yes, no, value = steps[at]
        at += 1
        if code == 0x20:
            (register,) = struct.unpack_from("I", data, value)
        elif code == 0x54:
            register &= value
        elif code == 0x05:
            at += value
        elif code == 0x06:
            return value
        else:
            holds = register == value if code == 0x15 else register >= value
            at += yes if holds else no


def in_child(act: Callable[[int], object]) -> Any:
    """Run in a fork with a wire; give what it wrote there as JSON."""
    near, far = socket.socketpair()
    with near, far:
        process = os.fork()
        if process == 0:
            try:
                said = act(far.fileno())
            except BaseException as fault:  # noqa: BLE001 -- a child must not return into pytest
                said = {"raised": repr(fault)}
            for wire in (WIRE, far.fileno()):
                try:
                    os.write(wire, json.dumps(said).encode())
                    break
                except OSError:
                    continue
            os._exit(0)
        far.close()
        near.settimeout(20)
        said = near.recv(2**16)
        os.waitpid(process, 0)
    return json.loads(said)


def locked(lockdown: Lockdown, act: Callable[[], object]) -> Any:
    """Run in a locked-down child."""

    def enter_and_act(wire: int) -> object:
        lockdown.enter(wire, Bounds())
        return act()

    return in_child(enter_and_act)


def error_of(act: Callable[[], object]) -> str:
    """Give the type of the error that an act raises, or ""."""
    try:
        act()
    except Exception as fault:  # noqa: BLE001 -- its type is what the test is about
        return type(fault).__name__
    return ""


@pytest.fixture(scope="module")
def lockdown() -> Lockdown:
    try:
        return prepare(runtime.readable())
    except LockdownError as fault:
        pytest.skip(f"not on this machine: {fault}")


def holes(lockdown: Lockdown, secrets: Sequence[str] = ()) -> list[list[str]]:
    """Give what a worker's self-test finds."""
    found: list[list[str]] = locked(
        lockdown,
        lambda: [(hole.layer, hole.deed) for hole in self_test(lockdown, Bounds(), secrets)],
    )
    return [hole for hole in found if hole[0] != "runtime"]


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_filter_refuses_every_forbidden_call(machine: kernel.Machine) -> None:
    """On both machines the filter refuses each call of the self-test."""
    program = seccomp.compile_filter(machine)

    decided = {
        (name, deed): run(program, machine, machine.calls[name], *arguments)
        for deed, name, arguments in FORBIDDEN
    }

    assert set(decided.values()) == {REFUSE}


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_filter_allows_what_is_on_its_list_and_nothing_else(machine: kernel.Machine) -> None:
    """Of all numbers there are, those pass that the list names."""
    program = seccomp.compile_filter(machine)
    free = {machine.calls[name] for name in seccomp._FREE if name in machine.calls}
    conditional = {machine.calls[name] for name in seccomp._ON_CONDITION if name in machine.calls}

    passed = {number for number in range(1024) if run(program, machine, number) == ALLOW}

    assert free <= passed
    assert passed <= free | conditional
    for number in (0x40000000 + machine.calls["getpid"], 2**31 - 1):
        assert run(program, machine, number) == REFUSE


def test_filter_refuses_the_tables_of_other_machines() -> None:
    """A call by int 0x80, whose numbers mean something else, is refused whatever its number."""
    program = seccomp.compile_filter(kernel.X86_64)
    i386 = kernel.Machine("i386", 0x40000003, {})

    assert {run(program, i386, number) for number in range(512)} == {REFUSE}


@pytest.mark.parametrize(
    ("name", "arguments", "decision"),
    [
        ("openat", (-100, 1, os.O_RDONLY | os.O_CLOEXEC), ALLOW),
        ("openat", (-100, 1, os.O_RDONLY | os.O_DIRECTORY), ALLOW),
        ("openat", (-100, 1, os.O_RDWR), REFUSE),
        ("openat", (-100, 1, os.O_APPEND), REFUSE),
        ("openat", (-100, 1, os.O_PATH), REFUSE),
        ("mmap", (0, 4096, 3), ALLOW),
        ("mmap", (0, 4096, 5), ALLOW),
        ("mmap", (0, 4096, 7), REFUSE),
        ("mprotect", (0, 4096, 1), ALLOW),
        ("mprotect", (0, 4096, 5), REFUSE),
        ("sendto", (3, 1, 1, 0, 0, 0), ALLOW),
        ("sendto", (3, 1, 1, 0, 1 << 40, 16), REFUSE),
        ("prlimit64", (0, 7, 0, 1), ALLOW),
        ("prlimit64", (0, 7, 1 << 40, 0), REFUSE),
        ("prlimit64", (1, 7, 0, 1), REFUSE),
        ("fcntl", (3, 3), ALLOW),
        ("fcntl", (3, 4, 2048), REFUSE),
        ("futex", (1, 128), ALLOW),
        ("futex", (1, 3), REFUSE),
        ("prctl", (kernel.PR_GET_SECCOMP,), ALLOW),
        ("prctl", (kernel.PR_SET_DUMPABLE, 1), REFUSE),
        ("ioctl", (3, 0x5401), ALLOW),
        ("ioctl", (3, 0x5412), REFUSE),
    ],
)
@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_filter_looks_at_arguments(
    machine: kernel.Machine, name: str, arguments: tuple[int, ...], decision: int
) -> None:
    """A call that can be used for good and ill is judged by its arguments."""
    program = seccomp.compile_filter(machine)

    assert run(program, machine, machine.calls[name], *arguments) == decision


@pytest.mark.parametrize(
    ("machine", "header", "prefix"),
    [
        (kernel.X86_64, "x86_64-linux-gnu/asm/unistd_64.h", "__NR_"),
        (kernel.ARM64, "asm-generic/unistd.h", "__NR(?:3264)?_"),
    ],
    ids=("x86-64", "arm64"),
)
def test_numbers_are_those_of_the_kernel(machine: kernel.Machine, header: str, prefix: str) -> None:
    """Our tables agree with the kernel's own header files, where those are installed."""
    path = Path("/usr/include", header)
    if not path.exists():
        pytest.skip("the kernel's headers are not installed")
    official = {
        name: int(number)
        for name, number in re.findall(rf"#define {prefix}(\w+)\s+(\d+)", path.read_text())
    }
    official.setdefault("newfstatat", official.get("fstatat", -1))

    assert dict(machine.calls) == {name: official.get(name) for name in machine.calls}


def test_forbidden_calls_are_harmless_and_tell() -> None:
    """Without a filter none of them does anything, or fails as the filter would."""
    machine = kernel.machine()
    if machine is None:
        pytest.skip("an unknown machine")

    results = [
        (name, kernel.attempt(machine.calls[name], *arguments)) for _, name, arguments in FORBIDDEN
    ]

    assert [name for name, (result, code) in results if result != -1 or code == 1] == []


def test_complete_lockdown_has_no_hole(lockdown: Lockdown, tmp_path: Path) -> None:
    """A worker with every layer finds nothing that it can do."""
    secret = tmp_path / "secret"
    secret.write_text("secret")

    found = holes(lockdown, [str(secret)])

    assert [hole for hole in found if hole[0] != "names"] == []


@pytest.mark.parametrize("layer", LAYERS)
def test_missing_layer_is_noticed(layer: str, lockdown: Lockdown, tmp_path: Path) -> None:
    """Whichever layer is left out, the self-test names it."""
    if layer == "privileges" and os.geteuid() != 0:
        pytest.skip("without no_new_privs a user cannot have the other layers either")
    rest = [name for name in LAYERS if name != layer]

    found = holes(prepare(runtime.readable(), rest))

    assert {name for name, _ in found} == {layer}


def test_secret_that_shows_is_named(lockdown: Lockdown) -> None:
    """A path that a worker can see is told, so that grading can be refused."""
    found = holes(lockdown, ["/etc/passwd"])

    assert ["names", "see that /etc/passwd exists"] in found


def test_worker_cannot_read_outside_python(lockdown: Lockdown, tmp_path: Path) -> None:
    """Neither a file of ours nor the root folder can be opened, not even by C code."""
    secret = tmp_path / "secret"
    secret.write_text("secret")

    def read() -> list[object]:
        libc = ctypes.CDLL(None)
        return [
            error_of(lambda: secret.read_text()),
            error_of(lambda: list(os.scandir("/"))),
            error_of(lambda: list(os.scandir("/proc"))),
            libc.open(str(secret).encode(), 0),
        ]

    assert locked(lockdown, read) == ["PermissionError"] * 3 + [-1]


def test_checks_are_closed_among_files_that_are_open(tmp_path: Path) -> None:
    """Where the package lies in a folder that workers read, they read all of it but the checks."""
    package = tmp_path / "site-packages" / "autograder"
    for name in ("checks/slips.py", "figures/drawing.py", "notebook.py"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(name)
    (tmp_path / "library.py").write_text("library.py")
    (package / "link").symlink_to("checks")
    open_files = [
        package / "figures/drawing.py", package / "notebook.py", tmp_path / "library.py"
    ]  # fmt: skip
    machine = kernel.machine()
    assert machine is not None
    try:
        ruleset = Ruleset(machine, *runtime.around(package / "checks", [tmp_path]))
    except OSError as fault:
        pytest.skip(f"not on this machine: {fault}")

    def read(wire: int) -> list[str]:
        kernel.call(machine.calls["prctl"], kernel.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        ruleset.enforce()
        closed = (package / "checks/slips.py", package / "link/slips.py")
        return [error_of(path.read_text) for path in (*open_files, *closed)]

    errors = in_child(read)

    assert errors == ["", "", "", "PermissionError", "PermissionError"]


def test_worker_cannot_create_anything(lockdown: Lockdown, tmp_path: Path) -> None:
    """No file, folder, link, process, thread, socket or program comes into being."""
    import subprocess
    import threading

    errors = locked(
        lockdown,
        lambda: [
            error_of(lambda: (tmp_path / "file").write_text("")),
            error_of(lambda: (tmp_path / "folder").mkdir()),
            error_of(lambda: (tmp_path / "link").symlink_to("/")),
            error_of(os.fork),
            error_of(threading.Thread(target=print).start),
            error_of(socket.socket),
            error_of(lambda: subprocess.run(["/bin/true"], check=False)),
            error_of(lambda: os.kill(os.getppid(), 0)),
            error_of(lambda: os.memfd_create("file")),
        ],
    )

    assert errors == [
        *["PermissionError"] * 4,
        "RuntimeError",
        *["PermissionError"] * 4,
    ]
    assert list(tmp_path.iterdir()) == []


def test_worker_has_its_wire_and_nothing_else(
    lockdown: Lockdown, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No other descriptor and no variable of the environment is left."""
    monkeypatch.setenv("COURSE_KEY", "secret")
    kept = [os.memfd_create(f"kept-{number}") for number in range(5)]

    def look() -> list[object]:
        open_ones = [number for number in range(32) if not error_of(lambda n=number: os.fstat(n))]
        return [open_ones, dict(os.environ)]

    seen = locked(lockdown, look)
    for descriptor in kept:
        os.close(descriptor)

    assert seen == [[0, 1, 2, WIRE], {}]


def test_worker_runs_out_of_memory_at_its_budget(lockdown: Lockdown) -> None:
    """What is asked beyond the budget raises MemoryError; what is within it does not."""
    errors = locked(
        lockdown,
        lambda: [
            error_of(lambda: bytearray(Bounds().memory // 2)),
            error_of(lambda: bytearray(2 * Bounds().memory)),  # tests free some of what was mapped
        ],
    )

    assert errors == ["", "MemoryError"]


def test_limits_count_from_what_is_mapped() -> None:
    """The bound on the address space is the size of this process and the budget."""
    import resource

    limits = resources(Bounds(memory=2**20), mapped())

    assert limits[resource.RLIMIT_AS][0] > 2**24
    assert limits[resource.RLIMIT_FSIZE] == (0, 0)


def test_worker_draws_with_matplotlib(lockdown: Lockdown) -> None:
    """A surface, contours, mathematics and Japanese titles can be drawn and saved."""
    import io

    import numpy as np
    from matplotlib import pyplot

    def draw() -> int:
        x = np.linspace(-1, 1, 12)
        x0, x1 = np.meshgrid(x, x)
        figure = pyplot.figure()
        surface = figure.add_subplot(1, 2, 1, projection="3d")
        surface.plot_surface(x0, x1, x0**2 + x1**2)
        contour = figure.add_subplot(1, 2, 2)
        contour.contour(x0, x1, x0**2 + x1**2)
        contour.set_title("勾配 $\\nabla f = \\frac{1}{2}$")
        picture = io.BytesIO()
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # which fonts there are is the machine's matter
            figure.savefig(picture)
        return len(picture.getvalue())

    pyplot.figure(figsize=(1, 1)).canvas.draw()  # as the zygote does
    pyplot.close("all")

    assert locked(lockdown, draw) > 5_000


def test_worker_of_root_is_nobody_we_know(lockdown: Lockdown) -> None:
    """Two workers of root have two user ids, and neither is root's."""
    if os.geteuid() != 0 or lockdown.identities is None:
        pytest.skip("only root gives ids away")

    first, second = (locked(lockdown, lambda: [os.getuid(), os.getgid()]) for _ in range(2))

    assert 0 not in first
    assert first != second


def test_probe_finds_what_this_machine_offers(lockdown: Lockdown) -> None:
    """Every layer that the lock-down has here is found by trying, with no reason against it."""
    found = {layer.name: layer for layer in probes.probe()}

    assert [found[name] for name in LAYERS] == [Layer(name, True) for name in LAYERS]
    assert found["own-uid"].works == (lockdown.identities is not None)
    assert all(bool(layer.reason) != layer.works for layer in found.values())
