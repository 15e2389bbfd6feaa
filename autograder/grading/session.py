"""One student's exercises, graded in their order, each once, beside the others that work."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from autograder.checking import messages
from autograder.checking.code import Code
from autograder.course import secret
from autograder.course.exercise import Exercise
from autograder.grading import judging, key
from autograder.grading.bounds import Bounds, Exceeded, Outside
from autograder.language import Text, UserError
from autograder.sandbox import Program, Sandbox
from autograder.submission import Submission
from autograder.submission.beside import imported
from autograder.verdict import Verdict
from autograder.verdict.summary import Head

StandIns = Mapping[str, Mapping[str, Callable[..., object]]]


class Unopened(Exception):
    """What `sandbox_for` raises where nothing is to be graded: it ends the session."""


@dataclass(frozen=True)
class Beside:
    """The other exercises that a submission may import, and what is told of them.

    Attributes:
        modules: the sources of the student's own, where they work, by exercise.
        stand_ins: our answers in place of the others, by exercise and function.
        files: what those of the student's own read, by its way from them.
        notes: what became of those that the submission imports itself.
    """

    modules: Mapping[str, str] = field(default_factory=dict)
    stand_ins: StandIns = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()

    def parts(self) -> Iterator[str]:
        """Return what a verdict depends on."""
        yield from (f"{name}={source}" for name, source in sorted(self.modules.items()))
        yield from (f"{way}={data.hex()}" for way, data in sorted(self.files.items()))
        yield from (f"stand-in {name}" for name in sorted(self.stand_ins))
        yield from (str(note) for note in self.notes)


@dataclass(frozen=True)
class Result:
    """What came of one exercise.

    Attributes:
        head: its score.
        verdict: all that was found, or None where a verdict that was known before still holds.
    """

    head: Head
    verdict: Verdict | None = None


class Session:
    """One student's exercises; every way to grade goes through here.

    Args:
        exercises: by name, those that others depend on among them.
        submission_of: gives the student's submission of an exercise, or None.
        sandbox_for: opens a sandbox for the code of an exercise.
        kind: how far the code is trusted, for the keys of verdicts; "" where they need none.
        known: heads of verdicts that hold if nothing that they depend on has changed.
    """

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        submission_of: Callable[[str], Submission | None],
        sandbox_for: Callable[[str], Sandbox],
        kind: str = "",
        known: Mapping[str, Head] | None = None,
    ) -> None:
        self._exercises, self._find, self._open = exercises, submission_of, sandbox_for
        self._kind, self._known = kind, known or {}
        self._submissions: dict[str, Submission | None] = {}
        self._results: dict[str, Result] = {}

    def verdict(self, name: str) -> Verdict:
        """Return the verdict on a submission that was handed in."""
        found = self.result(name).verdict
        assert found is not None, "it was known before"
        return found

    def result(self, name: str) -> Result:
        """Return what comes of an exercise that was handed in; it is graded once.

        Those that it imports are graded before it.
        """
        if name not in self._results:
            self._results[name] = self._graded(name)
        return self._results[name]

    def _graded(self, name: str) -> Result:
        submission, exercise = self._submission(name), self._exercises[name]
        assert submission is not None, f"{name} was not handed in"
        try:
            return self._judged(submission, exercise)
        except (UserError, Unopened):
            raise
        except (Exception, Exceeded) as fault:  # noqa: BLE001 -- whatever it is, it ends here
            verdict = judging.unjudged(submission, exercise, fault)
            return Result(Head.of(verdict), verdict)

    def _judged(self, submission: Submission, exercise: Exercise) -> Result:
        name = exercise.name
        beside = self._beside(exercise, submission)
        digest = ""
        if self._kind:
            digest = key.of(submission, exercise, self._kind, beside.parts())
            before = self._known.get(name)
            if before is not None and before.key == digest and not before.needs_review:
                return Result(before)
        verdict = replace(grade(submission, exercise, self._open(name), beside), key=digest)
        return Result(Head.of(verdict), verdict)

    def _submission(self, name: str) -> Submission | None:
        if name not in self._submissions:
            self._submissions[name] = self._find(name)
        return self._submissions[name]

    def _beside(self, exercise: Exercise, submission: Submission) -> Beside:
        """Return what a submission may import of the exercises that its own depends on.

        The student's own is taken where it earns full marks; a stand-in takes the place of every
        other. One that is not mentioned is not there: whatever it is, it changes nothing.
        """
        source = "\n".join([submission.source, *submission.modules.values()])
        modules: dict[str, str] = {}
        files: dict[str, bytes] = {}
        stand_ins: dict[str, Mapping[str, Callable[..., object]]] = {}
        notes: list[Text] = []
        for name in exercise.depends_on:
            if not re.search(rf"\b{name}\b", source):
                continue
            own = self._submission(name)
            if own is not None and self.result(name).head.is_full:
                inner = self._beside(self._exercises[name], own)
                modules |= {**own.modules, **inner.modules, name: own.source}
                files |= {**own.files, **inner.files}
                stand_ins |= inner.stand_ins
                note = messages.used(name)
            else:
                stand_ins[name] = exercise.stand_ins[name]
                absent = own is None
                note = messages.not_handed_in(name) if absent else messages.not_working_yet(name)
            if imports(source, name):
                notes.append(note)
        return Beside(modules, stand_ins, files, tuple(notes))


def imports(source: str, name: str) -> bool:
    """Return whether a line of a file imports a module."""
    return name in imported(source)


def alone(submission: Submission, exercise: Exercise, sandbox: Sandbox) -> Verdict:
    """Return the verdict on a submission, as if no other had been handed in."""
    own = {exercise.name: submission}
    return Session({exercise.name: exercise}, own.get, lambda _name: sandbox).verdict(exercise.name)


def grade(submission: Submission, exercise: Exercise, sandbox: Sandbox, beside: Beside) -> Verdict:
    """Return the verdict on one submission.

    Args:
        submission: what was handed in.
        exercise: whose checks are run, in their order.
        sandbox: where the student's code runs; left closed.
        beside: what it may import.
    """
    program = Program(
        exercise.name,
        submission.source,
        # An exercise goes before a module of the student's of the same name.
        {**submission.modules, **beside.modules},
        stand_ins=beside.stand_ins,
        files={**beside.files, **submission.files},
    )
    seed = judging.seed_of(submission, exercise)
    try:
        with Bounds().kept() as room:
            code = Code(Outside(sandbox, room), program, exercise.functions, seed)
            results = judging.Judging(submission, exercise, code).results()
    finally:
        sandbox.close()
    return Verdict(
        student=submission.student,
        exercise=exercise.name,
        checks=results,
        notes=(*submission.notes, *beside.notes, *judging.notes(code, results)),
        output=code.output,
        source=submission.source,
        sandbox=tuple(sandbox.layers),
        inputs=secret.fingerprint(exercise.secret),
    )
