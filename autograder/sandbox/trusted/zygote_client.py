"""The trusted side of the zygote: starts it, asks it for workers, and refuses what has holes."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.language import _
from autograder.sandbox import Limits, SandboxFault
from autograder.sandbox.errors import SandboxError
from autograder.sandbox.lockdown import bubblewrap
from autograder.sandbox.lockdown.layers import LAYERS, LayerName
from autograder.sandbox.trusted.deadline import Deadline
from autograder.sandbox.trusted.missing_layer import MissingLayerError
from autograder.sandbox.trusted.stream import Stream
from autograder.sandbox.wire import Channel, WireError, unpack
from autograder.sandbox.worker.zygote import FIGURES, HELLO, MAX_REQUEST, TRUST

HELLO_TIME = 30.0  # seconds; on a crowded machine a fork may wait long for its turn
PARTING = 2.0  # seconds that a zygote may take to see that nobody needs it any more
WARM_UP = 120.0  # seconds; matplotlib may have to list the fonts of the machine first


@dataclass(frozen=True)
class Worker:
    """A locked-down worker that waits for its first request.

    Attributes:
        number: how the zygote knows it.
        stream: the trusted end of its wire.
    """

    number: int
    stream: Stream


class Zygote:
    """A warm process that forks locked-down workers; one serves any number of submissions.

    It is tried with a worker before it is given away.

    Start it in the thread that lives longest: it dies with that thread.

    Args:
        secrets: folders and files that no worker may read or see; every worker tries.
        layers: what workers put on. Fewer than all is for measuring what a layer stops.
        namespace: whether to look for bubblewrap.
        accept: the layers whose holes are no reason to refuse, again for measuring.
        figures: whether to have matplotlib ready, which trebles the memory that a fork shares.
        folder: where workers for code that is trusted run, with no layer at all.

    Raises:
        MissingLayerError: a layer cannot be had here.
        SandboxError: the zygote does not start.
    """

    def __init__(
        self,
        secrets: Sequence[Path] = (),
        *,
        layers: Collection[LayerName] = LAYERS,
        namespace: bool = True,
        accept: Collection[str] = (),
        figures: bool = True,
        folder: Path | None = None,
    ) -> None:
        self._secrets = [str(path.resolve()) for path in secrets]
        self._accepted = frozenset(accept)
        self._ready_for: tuple[str, ...] = (FIGURES,) if figures else ()
        self._turn = threading.Lock()
        self.layers: tuple[str, ...] = ()
        self._folder = folder or Path("/")
        if folder is not None:
            self._ready_for += (TRUST,)
            layers, namespace = (), False
        self._start(layers, namespace=namespace)
        try:
            trial = self.fork(Limits(), 1.0)
        except BaseException:
            self.close()
            raise
        self._discard(trial.number, trial.stream)

    def _start(self, layers: Collection[LayerName], *, namespace: bool) -> None:
        """Try bubblewrap first, then no namespace at all; which it was is in the layers."""
        font_list = _font_list()
        ways = bubblewrap.commands(font_list) if namespace else ()
        for way in (*ways, []):
            missing = self._launch([*way, *self._command(layers)], font_list, inside=bool(way))
            if missing is not None and missing[0] == "landlock" and way:
                # The namespace shows no file that Landlock would have to hide.
                rest = [layer for layer in layers if layer != "landlock"]
                missing = self._launch([*way, *self._command(rest)], font_list, inside=True)
                self._accepted |= {"landlock"}
            if missing is None:
                return
            if missing[0] != "bubblewrap" or not way:
                raise MissingLayerError(*missing)

    def _command(self, layers: Collection[LayerName]) -> list[str]:
        return [
            *(sys.executable, "-P", "-B", "-X", "utf8", "-m", "autograder.sandbox.worker.zygote"),
            *(layer for layer in LAYERS if layer in layers),
            *self._ready_for,
        ]

    def _launch(
        self, command: list[str], font_list: Path | None, *, inside: bool
    ) -> tuple[str, str] | None:
        """Start a process and wait until it is warm; give the layer that it misses."""
        self._control, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with tempfile.TemporaryFile() as errors, far:
            self._process = subprocess.Popen(
                command,
                stdin=far.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=errors,
                cwd=self._folder,
                env=_environment(font_list, inside=inside),
                start_new_session=True,
            )
            far.close()
            self._control.settimeout(WARM_UP)
            try:
                message = self._control.recv(MAX_REQUEST)
            except TimeoutError:
                message = b""
            if message:
                hello = json.loads(message)
                if "layers" in hello:
                    self.layers = (*hello["layers"], *(["bubblewrap"] if inside else []))
                    return None
                self.close()
                return hello["missing"][0], hello["missing"][1]
            self.close()
            errors.seek(0)
            said = errors.read()[-500:].decode("utf-8", "replace").strip()
        if inside:
            return "bubblewrap", said
        raise SandboxError(_("the zygote does not start: {said}").format(said=said))

    def fork(self, limits: Limits, processor: float) -> Worker:
        """Fork a worker and hear what its self-test found, before it gets a byte of a student's.

        Args:
            limits: how much memory it may take.
            processor: the seconds of processor time that it may take.

        Raises:
            MissingLayerError: the self-test found a hole.
            SandboxError: the zygote or the worker is gone.
        """
        near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        request = {
            "do": "start",
            "memory": limits.memory,
            "processor": processor,
            "secrets": self._secrets,
        }
        with far:
            number = int(self._ask(request, [far.fileno()])["worker"])
        stream = Stream(near)
        stream.deadline = Deadline(HELLO_TIME)
        try:
            kind, payload = Channel(stream.read, stream.write).receive()
            if kind != HELLO:
                raise SandboxError(_("a worker began with something else than its self-test"))
            for layer, deed in unpack(payload)[0]["holes"]:
                if layer not in self._accepted:
                    raise MissingLayerError(layer, f"a worker could {deed}")
        except (SandboxFault, WireError) as fault:
            self._discard(number, stream)
            raise SandboxError(
                _("a worker does not start: {reason}").format(reason=fault)
            ) from fault
        except SandboxError:
            self._discard(number, stream)
            raise
        return Worker(number, stream)

    def _discard(self, number: int, stream: Stream) -> None:
        self.end(number)
        stream.close()

    def end(self, worker: int) -> int | None:
        """Kill a worker; give its exit code, negative for a signal, None if it is stuck."""
        with contextlib.suppress(SandboxError):
            status = self._ask({"do": "end", "worker": worker}, [])["status"]
            return None if status is None else int(status)
        return None

    def _ask(self, request: dict[str, Any], descriptors: list[int]) -> dict[str, Any]:
        with self._turn:
            try:
                socket.send_fds(self._control, [json.dumps(request).encode()], descriptors)
                return dict(json.loads(self._control.recv(MAX_REQUEST)))
            except (OSError, ValueError) as fault:
                raise SandboxError(
                    _("the zygote is gone: {reason}").format(reason=fault)
                ) from fault

    def close(self) -> None:
        """End the zygote and every worker of it; one that does not go by itself is killed."""
        self._control.close()
        try:
            # Who goes by itself leaves its processor time, and that of its workers, to be counted.
            self._process.wait(PARTING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def __enter__(self) -> Zygote:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _environment(font_list: Path | None, *, inside: bool) -> dict[str, str]:
    """Return the zygote's whole environment; a worker's memory shows it to students."""
    environment = {
        "LANG": "C.UTF-8",
        "MPLBACKEND": "Agg",
        "PYTHONHASHSEED": "0",  # the same file gives the same verdict
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
    }
    if inside:
        return {**environment, "HOME": "/tmp", "MPLCONFIGDIR": str(bubblewrap.CACHE)}
    if font_list is not None:
        return {**environment, "HOME": "/", "MPLCONFIGDIR": str(font_list.parent)}
    return {**environment, "HOME": os.path.expanduser("~")}  # noqa: PTH111 -- it never raises


def _font_list() -> Path | None:
    """Return the file in which matplotlib keeps the machine's fonts, if it has listed them."""
    import matplotlib as mpl

    lists = sorted(Path(mpl.get_cachedir()).glob("fontlist-v*.json"))
    return lists[-1] if lists else None
