"""A student's code in its sandbox: loaded when needed, its faults told in words."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.checking import calls, messages
from autograder.checking.faults import Failure, StudentFault
from autograder.figures import reading
from autograder.figures.model import Picture
from autograder.sandbox import Answer, Loaded, Program, Sandbox, SandboxFault, TimedOut, Trouble
from autograder.sandbox.values import Described
from autograder.verdict import Feedback

NEAR = 0.8
MAX_OUTPUT = 10_000


@dataclass(frozen=True)
class Once:
    """What a shared function came to: its value, or the fault that it ended in."""

    value: Any = None
    fault: Failure | StudentFault | None = None


class Code:
    """One submission, loaded when it is first needed, and again after a fault that spoiled it.

    Args:
        sandbox: where it runs.
        program: the student's file and what it may import.
        functions: the names that the exercise asks for.
        seed: of random numbers that are this student's own.

    Attributes:
        definitions_only: whether the file's experiments are left out, because they never end.
        results: what shared functions came to, for all checks of this submission.
        drawn: the figure that the last call drew, where it gave back something else.
        is_quiet: whether what is printed now is nobody's to read, as in a hidden check.
        by_position: what is to be told of functions that call a parameter otherwise, and that are
            called by position for it.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        program: Program,
        functions: Sequence[str],
        seed: int = 0,
    ) -> None:
        self._sandbox, self._program, self._wanted = sandbox, program, tuple(functions)
        self._loaded: Loaded | None = None
        self._alive = False
        self._broken: dict[str, StudentFault] = {}
        self._output: list[str] = []
        self.seed = seed
        self.definitions_only = False
        self.results: dict[object, Once] = {}
        self.drawn: Picture | None = None
        self.is_quiet = False
        self.by_position: dict[str, Feedback] = {}

    def defines(self, name: str) -> bool:
        """Return whether the file has a function of exactly this name."""
        return name in self.loaded.functions

    def nearest(self, name: str) -> str:
        """Return the name of the student's function that this one seems to mean, or ""."""
        # numericalGradient is a name in another manner, and no other name.
        others = {
            one.replace("_", "").casefold(): one
            for one in self.loaded.functions
            if one not in self._wanted
        }
        plain = name.replace("_", "").casefold()
        near = difflib.get_close_matches(plain, others, n=1, cutoff=NEAR)
        return others[near[0]] if near else ""

    def line_of(self, name: str) -> int | None:
        """Return the line where a function stands, or None."""
        return self.loaded.functions.get(name) or None

    def defaults_of(self, name: str) -> Mapping[str, float]:
        """Return the numbers in the first line of a function, by parameter."""
        return self.loaded.defaults.get(name, {})

    @property
    def loaded(self) -> Loaded:
        """What the file defines; loads it in a fresh worker if there is none.

        Raises:
            StudentFault: the file cannot be read as Python, or its top level never ends.
        """
        if self._loaded is None or not self._alive:
            loaded = self._load()
            if self._loaded is None:
                self._output.append(loaded.output)
            self._loaded, self._alive = loaded, True
        return self._loaded

    @property
    def troubles(self) -> messages.Troubles:
        """What the file's top level raised."""
        return self._loaded.troubles if self._loaded else ()

    @property
    def output(self) -> str:
        """What the student's code printed, cut at a sane length."""
        return "".join(self._output)[:MAX_OUTPUT]

    def _load(self) -> Loaded:
        try:
            loaded = self._sandbox.load(self._program)
        except TimedOut as fault:
            if self.definitions_only:
                raise StudentFault(("load",), messages.stuck_at_load(fault)) from fault
            self.definitions_only = True
            self._program = replace(self._program, definitions_only=True)
            return self._load()
        except SandboxFault as fault:
            raise StudentFault(("load",), messages.gone(fault, self._program.name)) from fault
        for trouble in loaded.troubles:
            if trouble.type in messages.UNREADABLE and not loaded.functions:
                raise StudentFault(("load",), messages.raised(trouble))
        return loaded

    def _actual(self, name: str) -> str:
        """Return the name under which the student wrote a function."""
        actual = name if self.defines(name) else self.nearest(name)
        if not actual:
            feedback = messages.missing(name, self.loaded, self.source)
            stopped = self.loaded.troubles[:1] and not self.loaded.own
            raise StudentFault(("missing", "" if stopped else name), feedback)
        return actual

    def call(self, name: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Any:
        """Call one of the student's functions; arrays that it changes in place are changed here.

        Raises:
            StudentFault: it gave no value to judge.
        """
        if name in self._broken:
            raise self._broken[name]
        actual, self.drawn = self._actual(name), None
        if name in self.by_position:
            arguments, keywords = [*arguments, *keywords.values()], {}
        asked = calls.written(actual, arguments, keywords)
        try:
            answer = self._sandbox.call(actual, arguments, keywords)
            if keywords and (unknown := calls.unknown_keyword(answer.trouble)):
                answer = self._by_order(name, actual, answer, unknown, arguments, keywords)
        except SandboxFault as fault:
            self._alive = False
            # What hung once would hang again: it is not called a second time.
            trouble = StudentFault((type(fault).__name__,), messages.gone(fault, name))
            self._broken[name] = trouble
            raise trouble from fault
        except Exception:  # ours, in an answer to the worker: it still waits for one
            self._alive = False
            raise
        if not self.is_quiet:
            self._output.append(answer.output)
        if answer.trouble is not None:
            # The same words from another line have the same cause: a name that exists nowhere.
            if earlier := self._earlier(answer.trouble):
                raise StudentFault(("top level", earlier.line), messages.raised(earlier))
            cause = ("raised", answer.trouble.type, calls.alike(answer.trouble, actual))
            raise StudentFault(cause, messages.raised(answer.trouble, asked))
        _copy_back([*arguments, *keywords.values()], answer)
        if isinstance(answer.drawn, Described):
            self.drawn = _read(answer.drawn)
        return _read(answer.value)

    @property
    def source(self) -> str:
        """The student's file."""
        return self._program.source

    def _earlier(self, trouble: Trouble) -> Trouble | None:
        """Return what kept the top level from making a name that is missing now, or None."""
        missing = calls.missing_name(trouble)
        return next(
            (one for one in self.troubles if missing and calls.makes(one.code, missing)), None
        )

    def _by_order(
        self,
        name: str,
        actual: str,
        refused: Answer,
        unknown: str,
        arguments: Sequence[Any],
        keywords: Mapping[str, Any],
    ) -> Answer:
        """Call by position what does not know the names of its parameters, so that it is judged."""
        answer = self._sandbox.call(actual, [*arguments, *keywords.values()], {})
        if answer.trouble is not None and answer.trouble.line is None:
            return refused  # it does not take as many either
        self.by_position[name] = messages.parameter(actual, unknown, self.line_of(actual))
        return answer


def _copy_back(arguments: Sequence[Any], answer: Answer) -> None:
    """Let arrays that the student's code changed in place be changed here too."""
    for mine, theirs in zip(arguments, answer.arguments, strict=False):
        if (
            isinstance(mine, np.ndarray)
            and isinstance(theirs, np.ndarray)
            and mine.shape == theirs.shape
            and theirs.dtype.kind in "biuf"
        ):
            with np.errstate(all="ignore"):
                mine[...] = theirs


def _read(value: Any) -> Any:
    """Turn a figure's description into a picture, also in a tuple or list."""
    if isinstance(value, (tuple, list)):
        return type(value)(map(_read, value))
    if isinstance(value, Described):
        try:
            return reading.read(value.content)
        except reading.PictureError as fault:
            raise StudentFault(("figure",), messages.ill_formed()) from fault
    return value
