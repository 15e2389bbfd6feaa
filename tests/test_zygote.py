"""The zygote and its workers: students' functions run, and nothing that they do costs others."""

from __future__ import annotations

import os
import pickle
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("the lock-down is for Linux", allow_module_level=True)

from autograder.sandbox import Died, IllFormed, Limits, Program, SandboxFault, TimedOut
from autograder.sandbox.lockdown.layers import LAYERS
from autograder.sandbox.trusted.locked import Locked
from autograder.sandbox.trusted.missing_layer import MissingLayerError
from autograder.sandbox.trusted.subprocess import Subprocess
from autograder.sandbox.trusted.zygote_client import Zygote
from autograder.sandbox.values import Described

SECRETS = [Path(__file__).parent]
# Long, so that on a crowded machine nothing is out of time but what never ends.
LIMITS = Limits(load=60.0, call=60.0, memory=2**28)
QUICK = Limits(load=60.0, call=1.0, memory=2**28)


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    try:
        with Zygote(SECRETS) as zygote:
            yield zygote
    except MissingLayerError as fault:
        pytest.skip(f"not on this machine: {fault}")


@pytest.fixture
def sandbox(zygote: Zygote) -> Iterator[Locked]:
    locked = Locked(zygote, LIMITS)
    yield locked
    locked.close()


CLOSED = """
import importlib, sys

def g(f):
    reached = []
    for name in ("autograder.checks", "autograder.checks.gradient_slips"):
        try:
            reached.append(vars(importlib.import_module(name)).get("__file__") or "nothing")
        except ImportError:
            pass
    return [*reached, *(name for name in sys.modules if name.startswith("autograder.checks"))]
"""
# A program that takes the import's keeper away, and then the files themselves.
FORCED = f"""
import pathlib, sys

import autograder

sys.meta_path[:] = [one for one in sys.meta_path if type(one).__name__ != "Closed"]
{CLOSED}

def files(f):
    read = []
    for path in pathlib.Path(autograder.__file__).parent.glob("checks/*.py"):
        try:
            read.append(path.read_text())
        except OSError:
            pass
    return read
"""


def test_checks_cannot_be_imported(sandbox: Locked) -> None:
    """In a worker there is no such module: usual slips lie there as programs."""
    sandbox.load(Program("exercise", CLOSED))

    assert sandbox.call("g", [np.sum], {}).value == []


def test_checks_cannot_be_read_by_force(sandbox: Locked) -> None:
    """Without the keeper of imports, the wall stands before the files."""
    sandbox.load(Program("exercise", FORCED))

    assert "gradient_slips" not in repr(sandbox.call("g", [np.sum], {}).value)
    assert sandbox.call("files", [np.sum], {}).value == []


def test_checks_cannot_be_imported_where_code_is_trusted(tmp_path: Path) -> None:
    """So that what passes at home passes when it is graded."""
    with Zygote(folder=tmp_path, figures=False) as zygote:
        for opened in (Locked(zygote, LIMITS), Subprocess(LIMITS)):
            opened.load(Program("exercise", CLOSED))
            reached = opened.call("g", [np.sum], {}).value
            opened.close()

            assert reached == []


def program(*lines: str) -> Program:
    return Program("exercise", "\n".join(lines))


def fault_of(sandbox: Locked, *body: str) -> SandboxFault | None:
    """Load a function g with this body and call it; give the fault."""
    try:
        sandbox.load(
            program("import os, time, struct", "def g(f):", *(f"    {one}" for one in body))
        )
        sandbox.call("g", [np.sum], {})
    except SandboxFault as fault:
        return fault
    return None


def is_well(zygote: Zygote) -> bool:
    """Whether an honest submission gets its answer from the same zygote."""
    sandbox = Locked(zygote, LIMITS)
    sandbox.load(program("def twice(x): return 2 * x"))
    value = sandbox.call("twice", [np.array([1.0, 2.0])], {}).value
    sandbox.close()
    return bool(np.array_equal(value, [2.0, 4.0]))


def test_only_what_draws_is_forked_with_matplotlib(zygote: Zygote) -> None:
    """A fork without it has a third of the memory to share."""
    asked = []

    def drawing() -> Zygote:
        asked.append(True)
        return zygote

    look = ("import sys", "def g(): return 'mat' + 'plotlib.figure' in sys.modules")
    answers = {}
    with Zygote(SECRETS, figures=False) as plain:
        sandbox = Locked(plain, LIMITS, drawing=drawing)
        for name, first in (("numbers", "import numpy"), ("figures", "import matplotlib.pyplot")):
            sandbox.load(program(first, *look))
            answers[name] = sandbox.call("g", [], {}).value, len(asked)
        sandbox.close()

    assert answers == {"numbers": (False, 0), "figures": (True, 1)}


def test_a_module_beside_a_submission_may_draw(zygote: Zygote) -> None:
    own = "import matplotlib.pyplot as plt\ndef empty(): return plt.figure()"
    with Zygote(SECRETS, figures=False) as plain:
        sandbox = Locked(plain, LIMITS, drawing=lambda: zygote)
        sandbox.load(Program("exercise", "from own import empty", {"own": own}))
        answer = sandbox.call("empty", [], {})
        sandbox.close()

    assert answer.trouble is None
    assert isinstance(answer.value, Described)


def test_chance_repeats_from_worker_to_worker(sandbox: Locked) -> None:
    source = (
        "import random\nimport numpy as np\n"
        "HERE = np.random.default_rng().random()\n"
        "def g():\n"
        "    own = np.random.default_rng()\n"
        "    return [HERE, random.random(), np.random.rand(), own.random(), hash('x') % 2**40]\n"
    )
    seen = []
    for _worker in range(2):
        sandbox.load(Program("submission", source))
        seen.append([sandbox.call("g", (), {}).value for _call in range(2)])
    assert seen[0] == seen[1]
    assert len({number for values in seen[0] for number in values[1:4]}) == 6


def test_functions_are_called_with_callbacks(sandbox: Locked) -> None:
    """A function gets our f, and every evaluation is made on our side."""
    visited = []

    def f(x: np.ndarray) -> float:
        visited.append(x.tolist())
        return float((x**2).sum())

    sandbox.load(program("def g(f, x): return f(x + 1) - f(x - 1)"))
    answer = sandbox.call("g", [f, np.array([1.0, 2.0])], {})

    assert answer.value == pytest.approx(12.0)
    assert visited == [[2.0, 3.0], [0.0, 1.0]]


def test_layers_in_force_are_named(zygote: Zygote) -> None:
    """The verdict can say what stood between the student and the machine."""
    assert set(LAYERS) <= {*zygote.layers, "landlock"}
    assert {"own-uid", "bubblewrap"} & set(zygote.layers)


def test_modules_are_imported_on_demand(sandbox: Locked) -> None:
    """What the zygote has not imported can still be read by a locked-down worker."""
    loaded = sandbox.load(program("import decimal, sqlite3, csv, wave, fractions, statistics"))

    assert loaded.troubles == ()


def test_every_load_is_a_fresh_worker(sandbox: Locked) -> None:
    """Nothing that one load changed is there in the next."""
    sandbox.load(program("import numpy", "numpy.left_behind = True"))
    sandbox.load(program("import numpy", "def g(): return hasattr(numpy, 'left_behind')"))

    assert sandbox.call("g", [], {}).value is False


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (["while True: pass"], TimedOut),
        (["time.sleep(3600)"], TimedOut),
        (["while True: f(np.ones(2))"], TimedOut),
        (["os._exit(0)"], Died),
        (["import ctypes; ctypes.string_at(0)"], Died),
        (["os.write(3, os.urandom(100))", "time.sleep(3600)"], IllFormed),
        (["os.write(3, struct.pack('!cI', b'A', 2**32 - 1))"], IllFormed),
        (["os.write(3, struct.pack('!cI', b'A', 2**24))", "time.sleep(3600)"], TimedOut),
        (["while True: os.write(3, b'A' * 60000)"], IllFormed),
        (["os.close(3)", "while True: pass"], Died),
    ],
)
def test_faults_end_and_cost_nobody_else(
    body: list[str], kind: type[SandboxFault], zygote: Zygote
) -> None:
    """A worker that hangs, dies or talks nonsense is ended; others are well."""
    sandbox = Locked(zygote, QUICK if kind is TimedOut else LIMITS)
    fault = fault_of(sandbox, "import numpy as np", *body)

    assert type(fault) is kind
    assert is_well(zygote)


def test_memory_is_bounded(sandbox: Locked) -> None:
    """Memory beyond the budget is a MemoryError of the student's, and the worker lives on."""
    sandbox.load(program("def g(): return len(bytearray(2**29))", "def h(): return 1"))

    trouble = sandbox.call("g", [], {}).trouble

    assert trouble is not None
    assert trouble.type == "MemoryError"
    assert sandbox.call("h", [], {}).value == 1


def test_processor_time_is_bounded_for_the_whole_submission(zygote: Zygote) -> None:
    """A submission that spends its budget call by call gets no more."""
    sandbox = Locked(zygote, Limits(load=60.0, call=60.0), total=0.5)
    sandbox.load(program("def g():", "    while True: pass"))

    with pytest.raises(TimedOut):
        sandbox.call("g", [], {})
    with pytest.raises(TimedOut):
        sandbox.load(program("x = 1"))


def test_call_without_a_worker_is_a_fault(sandbox: Locked) -> None:
    """Once a worker is gone, calls say so and do not hang."""
    with pytest.raises(Died):
        sandbox.call("g", [], {})


@pytest.mark.parametrize("layer", LAYERS)
def test_missing_layer_refuses(layer: str, zygote: Zygote) -> None:
    """Without any one of the layers no zygote is given, and the sentence names the layer."""
    rest = [name for name in LAYERS if name != layer]

    with pytest.raises(MissingLayerError) as raised:
        Zygote(SECRETS, layers=rest).close()

    assert "--sandbox=trust" in str(raised.value)
    if layer != "privileges" or os.geteuid() == 0:
        assert raised.value.layer == layer


def test_refusal_travels_between_processes() -> None:
    """The error that names a layer survives the way out of a process that grades."""
    fault = pickle.loads(pickle.dumps(MissingLayerError("seccomp", "no such call")))

    assert (fault.layer, fault.reason) == ("seccomp", "no such call")
    assert "--sandbox=trust" in str(fault)


def test_visible_secret_refuses(zygote: Zygote) -> None:
    """A secret that a worker can read or see is a hole like any other."""
    with pytest.raises(MissingLayerError) as raised:
        Zygote([Path(os.__file__)]).close()

    assert raised.value.layer in ("files", "names")
    assert os.__file__ in str(raised.value)


def test_zygote_dies_with_the_grader(zygote: Zygote, tmp_path: Path) -> None:
    """When the grader is killed, its zygote and its workers go too."""
    script = tmp_path / "grader.py"
    script.write_text(
        "import os, sys, time\n"
        "from autograder.sandbox import Program\n"
        "from autograder.sandbox.trusted.locked import Locked\n"
        "from autograder.sandbox.trusted.zygote_client import Zygote\n"
        "zygote = Zygote()\n"
        "Locked(zygote).load(Program('exercise', 'x = 1'))\n"
        "print(zygote._process.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    grader = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE)
    assert grader.stdout is not None
    first = int(grader.stdout.readline())
    family = _family(first)
    handles = [os.pidfd_open(process) for process in family]
    grader.send_signal(signal.SIGKILL)
    grader.wait()
    grader.stdout.close()

    for handle in handles:
        select.select([handle], [], [])  # until the process has ended, however busy the machine is
        os.close(handle)

    assert len(family) >= 2
    assert [process for process in family if _lives(process)] == []


def _family(process: int) -> list[int]:
    """Give a process and all that descend from it."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [process, *(one for child in children for one in _family(int(child)))]


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
