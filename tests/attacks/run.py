"""Run the attacks of the corpus against one sandbox, inside the containment, one line each.

    python tests/attacks/contain.py --as user -- python tests/attacks/run.py --layers full

It is the first process of its namespace, which no attack can kill; what grades is a child of it.
"""

from __future__ import annotations

import argparse
import json
import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

import contain  # noqa: E402
import course  # noqa: E402
import evidence  # noqa: E402

from autograder.course import Course  # noqa: E402
from autograder.grading.session import alone  # noqa: E402
from autograder.sandbox import Limits, Sandbox  # noqa: E402
from autograder.sandbox.trusted.deadline import overload  # noqa: E402
from autograder.sandbox.trusted.locked import Locked  # noqa: E402
from autograder.sandbox.trusted.subprocess import Subprocess  # noqa: E402
from autograder.sandbox.trusted.zygote_client import Zygote  # noqa: E402
from autograder.submission import Submission  # noqa: E402
from autograder.verdict import Outcome, Verdict  # noqa: E402

CORPUS = HERE / "corpus"
TRIVIAL = HERE / "trivial"
CATEGORIES = ("forge", "secrets", "escape", "exhaust", "interfere")
LIMITS = Limits(load=1.5, call=1.0, memory=2**29)
TOTAL = 5.0
LATE = 2.0  # what an attack may cost beyond its budget
COLD_START = 6.0  # a worker that is not forked imports numpy first
GROWTH = 300 * 2**20
STUCK = 60.0

# What workers put on; the wall goes up step by step. None is the mode for code that one trusts.
WALLS: dict[str, dict[str, object] | None] = {
    "trust": None,
    "limits": {"layers": ("limits", "privileges"), "namespace": False},
    "landlock": {"layers": ("limits", "privileges", "landlock"), "namespace": False},
    "seccomp": {"layers": ("limits", "privileges", "seccomp"), "namespace": False},
    "four": {"namespace": False},
    "full": {},
}
HOLES = ("limits", "privileges", "landlock", "files", "names", "seccomp", "descriptors")


@dataclass
class Outcomes:
    """What one attack achieved; empty lists and False throughout is what we want."""

    attack: str
    category: str
    points: float = 0.0
    leaked: list[str] = field(default_factory=list)
    claimed: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    late: bool = False
    grown: bool = False
    broke_grader: bool = False
    review: bool = False
    changed_others: bool = False
    seconds: float = 0.0
    note: str = ""

    @property
    def succeeded(self) -> bool:
        """Whether it achieved anything at all."""
        return bool(
            self.points
            or self.leaked
            or self.claimed
            or self.left
            or self.called
            or self.late
            or self.grown
            or self.broke_grader
            or self.review
            or self.changed_others
        )


class Grader:
    """Grades attacks and honest submissions as a class would, in one process."""

    def __init__(self, wall: str) -> None:
        self._canaries = course.plant()
        self._held = course.tempt(self._canaries)
        options = WALLS[wall]
        self._zygotes: list[Zygote] = []
        if options is not None:
            weakened = wall not in ("full", "four") or (wall == "four" and os.geteuid() != 0)
            # Both are there before the first attack, so that none is taken for what it left.
            self._zygotes = [
                Zygote(
                    [course.COURSE, course.HOME],
                    accept=HOLES if weakened else (),
                    figures=figures,
                    **options,  # type: ignore[arg-type]
                )
                for figures in (False, True)
            ]
        self._exercises = Course.at(course.COURSE).exercises
        self._everyones = {
            file.stem: self._passed_by_everyone(file) for file in TRIVIAL.glob("*.py")
        }
        self._reference = self._grade("honest", course.HONEST, course.honest())[0].dumps()

    def attack(self, path: Path) -> Outcomes:
        """Grade one attack and then an honest submission."""
        source = path.read_text()
        outcomes = Outcomes(f"{path.parent.name}/{path.stem}", path.parent.name)
        trivial = course.measured_by(source)
        name = course.exercise_of(source)
        files, processes, memory = evidence.files(), evidence.processes(), evidence.resident()
        began = time.monotonic()
        verdict, heard = self._grade("attacker", name, source)
        outcomes.seconds = round(time.monotonic() - began, 2)
        said = heard + verdict.dumps()
        outcomes.points = sum(
            check.score for check in verdict.checks if check.name not in self._everyones[trivial]
        )
        outcomes.leaked = self._canaries.found(said)
        if f"DIGIT-{self._canaries.digit}" in said:
            outcomes.leaked.append("existence")
        outcomes.claimed = evidence.claims(heard)
        outcomes.late = outcomes.seconds > TOTAL * overload() + LATE
        outcomes.grown = evidence.resident() - memory > GROWTH
        outcomes.review = any(check.outcome is Outcome.ERROR for check in verdict.checks)
        outcomes.left = [f"process {name}" for name in evidence.settled(processes)]
        after = evidence.files()
        outcomes.left += sorted(
            path for path in {*files, *after} if files.get(path) != after.get(path)
        )[:5]
        again = self._grade("honest", course.HONEST, course.honest())[0].dumps()
        outcomes.changed_others = again != self._reference
        return outcomes

    def _passed_by_everyone(self, trivial: Path) -> frozenset[str]:
        """Give the checks that pass without mathematics: their points need no attack."""
        name = trivial.stem.split("-")[0]
        verdict, _ = self._grade("trivial", name, trivial.read_text())
        return frozenset(check.name for check in verdict.checks if check.outcome is Outcome.PASSED)

    def _grade(self, student: str, name: str, source: str) -> tuple[Verdict, str]:
        sandbox: Sandbox = (
            Locked(self._zygotes[0], LIMITS, TOTAL, drawing=lambda: self._zygotes[1])
            if self._zygotes
            else Subprocess(LIMITS, start=COLD_START)
        )
        tap = evidence.Tap(sandbox)
        submission = Submission(student, name, None, source)
        return alone(submission, self._exercises[name], tap), tap.text


def serve(wall: str, questions: int, answers: int) -> None:
    """Be the child that grades: a line in, a line out."""
    try:
        grader = Grader(wall)
        os.write(answers, b'"ready"\n')
        with os.fdopen(questions) as lines:
            for line in lines:
                outcomes = grader.attack(Path(line.strip()))
                os.write(answers, json.dumps(asdict(outcomes)).encode() + b"\n")
    except BaseException:  # noqa: BLE001 -- whatever it is, the parent has to hear of it
        os.write(answers, json.dumps({"fault": traceback.format_exc()[-1500:]}).encode() + b"\n")
    finally:
        os._exit(0)


class Supervisor:
    """Keeps a grading child, and starts another when an attack has broken it."""

    def __init__(self, wall: str) -> None:
        self._wall = wall
        self._listener = evidence.Listener()
        self._child = 0

    def run(self, path: Path) -> Outcomes:
        """Run one attack; a grader that dies or hangs is the attack's success."""
        for _ in range(3):
            if self._child or self._start():
                break
        else:
            raise SystemExit(f"no grader starts: {self._said}")
        self._listener.heard()
        os.write(self._questions, f"{path}\n".encode())
        answer = self._answer(STUCK)
        if answer is None or "fault" in answer:
            outcomes = Outcomes(f"{path.parent.name}/{path.stem}", path.parent.name)
            outcomes.broke_grader = True
            outcomes.note = str(answer and answer["fault"])[-600:]
        else:
            outcomes = Outcomes(**answer)
        outcomes.called = self._listener.heard()
        if outcomes.succeeded:
            self._clean()  # the next attack finds a fresh course
        return outcomes

    def _start(self) -> bool:
        here, there = os.pipe(), os.pipe()
        self._child = os.fork()
        if self._child == 0:
            Path("/proc/self/oom_score_adj").write_text("1000")
            os.close(here[1])
            os.close(there[0])
            os.setsid()
            serve(self._wall, here[0], there[1])
        os.close(here[0])
        os.close(there[1])
        self._questions, self._answers, self._buffer = here[1], there[0], b""
        self._said = self._answer(STUCK)
        if self._said != "ready":
            self._clean()
            return False
        return True

    def _answer(self, seconds: float) -> object:
        deadline = time.monotonic() + seconds
        while b"\n" not in self._buffer:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._answers], [], [], left)[0]:
                return None
            part = os.read(self._answers, 2**16)
            if not part:
                return None
            self._buffer += part
        line, self._buffer = self._buffer.split(b"\n", 1)
        return json.loads(line)

    def _clean(self) -> None:
        """Kill everything else in this namespace and remove what was left."""
        for number in (signal.SIGSTOP, signal.SIGKILL, signal.SIGKILL):
            try:
                os.kill(-1, number)
            except ProcessLookupError:
                break
        while True:
            try:
                os.waitpid(-1, 0)
            except ChildProcessError:
                break
        for descriptor in (self._questions, self._answers):
            os.close(descriptor)
        self._child = 0
        course.restore()


def attacks(pattern: str) -> Iterator[Path]:
    """Give the files of the corpus, category by category."""
    for category in CATEGORIES:
        yield from sorted((CORPUS / category).glob(pattern))


def main() -> int:
    """Run the attacks that a pattern names; print one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--layers", choices=WALLS, default="full")
    parser.add_argument("--only", default="*.py")
    options = parser.parse_args()
    if os.environ.get(contain.INSIDE) != "1" or os.getpid() != 1:
        sys.exit("The attacks run inside the containment only: tests/attacks/contain.py")
    contain.try_cage()
    os.environ["MPLCONFIGDIR"] = str(course.FONTS)
    from matplotlib import font_manager  # noqa: F401 -- it lists the fonts

    supervisor = Supervisor(options.layers)
    for path in attacks(options.only):
        print(json.dumps(asdict(supervisor.run(path))), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
