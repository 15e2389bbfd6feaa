"""Whether what a student is told is true: its numbers occurred, its lines are the student's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np

from autograder.checking import as_array, number
from autograder.verdict import CheckResult, Outcome, Verdict
from tools.catalogue import load

from .recording import Call, Recording

NUMBER = re.compile(r"(?<![\w.₀-₉])-?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w²³·])")
CODE = re.compile(r"line (\d+), `(.*?)`, with")
VALUE = r"(\([^()]*\)|[-\w.+]+)"
# What was found, and what it should have been: never the same.
PAIRS = tuple(
    re.compile(pattern.replace("V", VALUE))
    for pattern in (
        r"V, not (?:to )?V(?:$|[:;, ])",
        r"gave V; the gradient (?:there |of .* )?is V$",
        r"yours gave V, expected V$",
        r"ended at V; expected V$",
        r"led from .* to V; \d+ steps (?:as long as yours )?(?:should )?lead to V$",
        r"was V before .* and V after it$",
        r"a step should be V times the gradient; yours was V times$",
        r"the walk begins at V; init_x is V$",
    )
)
# How many steps of a walk are worked out again.
MOST_STEPS = 120


def faults(verdict: Verdict, recording: Recording, *, numbers: bool) -> Iterator[str]:
    """Say what is not true in what a verdict tells.

    Args:
        verdict: what a student is told.
        recording: what happened while it was found.
        numbers: whether every number is looked for in what happened.
    """
    told = [check for check in verdict.checks if check.outcome is Outcome.FAILED]
    occurred = Occurred(recording, verdict) if numbers and told else None
    for check in told:
        for words in _of_check(check, verdict, occurred):
            yield f"{check.name}: {words}: {check.feedback.message.en}"


def _of_check(check: CheckResult, verdict: Verdict, occurred: Occurred | None) -> Iterator[str]:
    message = check.feedback.message
    for pattern in PAIRS:
        for pair in pattern.findall(message.en):
            if pair[0] == pair[1]:
                yield "says that something is not what it is"
    lines = verdict.source.splitlines()
    if check.feedback.line is not None and not 1 <= check.feedback.line <= len(lines):
        yield "tells a line that the file does not have"
    for line, code in CODE.findall(message.en):
        if lines[int(line) - 1 : int(line)] and code in lines[int(line) - 1]:
            continue
        yield "tells a line that is not the student's"
    if "RemoteFunction" in message.en:
        yield "speaks of our own classes"
    for language in ("en", "ja") if occurred else ():
        yield from (
            f"{token} never occurred"
            for token in NUMBER.findall(message.to(language))
            if token not in occurred
        )


class Occurred:
    """All numbers that occurred in a grading, or follow from it by another way of reckoning."""

    def __init__(self, recording: Recording, verdict: Verdict) -> None:
        said = [*recording.texts(), *verdict.source.splitlines(), *_templates()]
        self._said = {token for text in said for token in NUMBER.findall(text)}
        arrays = [part for call in recording.calls for part in _numbers_of(call)]
        values = np.concatenate([np.zeros(1), *(np.ravel(part) for part in arrays)])
        values = values[np.isfinite(values)]
        self._sorted = np.unique(values)
        self._most = max((len(call.visits) for call in recording.calls), default=0) + 200

    def __contains__(self, token: str) -> bool:
        """Say whether some number would be written like this."""
        if token in self._said or (token.isdigit() and int(token) <= self._most):
            return True
        value = float(token)
        near = np.searchsorted(self._sorted, [value - _unit(token), value + _unit(token)])
        candidates = self._sorted[max(near[0] - 1, 0) : near[1] + 1]
        return any(
            float(token) in (float(number(one)), float(f"{one:.12g}")) or abs(one - value) <= 1e-12
            for one in candidates.tolist()
        )


def _unit(token: str) -> float:
    """Return a unit of the last place of a number as it is written."""
    mantissa, _, exponent = token.partition("e")
    return float(10.0 ** (int(exponent or 0) - len(mantissa.partition(".")[2])))


@cache
def _templates() -> tuple[str, ...]:
    """Return the sentences themselves, whose own numbers are no findings."""
    sentences = (str(words) for one in load() if one.id for words in (one.id, one.string))
    return tuple(re.sub(r"\{.*?\}", " ", words) for words in sentences)


def _numbers_of(call: Call) -> Iterator[np.ndarray]:
    """Give what went in and came out of a call, and what should have come out."""
    inputs = [*call.arguments, *call.keywords.values()]
    given = [array for array in map(as_array, inputs) if array is not None]
    parts = call.answer.value if isinstance(call.answer.value, tuple) else (call.answer.value,)
    results = [array for array in map(as_array, (call.answer.value, *parts)) if array is not None]
    after = [array for array in map(as_array, call.answer.arguments) if array is not None]
    visits = [np.real(x) for x in call.visits]
    yield from (*given, *results, *after, *visits)
    if call.f is None or not given:
        return
    x = given[0]
    like = [visit - x for visit in visits if visit.shape == x.shape]
    yield from like
    for result in results:
        yield np.array(result.shape, dtype=float)
        if result.ndim and result.shape[-1:] == x.shape:
            rows = result.reshape(-1, *x.shape)
            yield np.linalg.norm(np.diff(np.vstack([x[None], rows]), axis=0), axis=-1)
    if call.function.startswith("numerical") or len(inputs) <= 2:
        truth = slopes(call.f, x)
        yield truth
        yield from (result - truth for result in results if result.shape == truth.shape)
    else:
        yield from _walks(call, x, results)


def _walks(call: Call, x: np.ndarray, results: list[np.ndarray]) -> Iterator[np.ndarray]:
    """Give the right walk of a call, one with its own first factor, and single steps."""
    numbers = [*call.arguments[2:], *call.keywords.values()]
    lr, steps = float(numbers[0]), int(numbers[1])
    slope = slopes(call.f, x)
    rates = [lr]
    for result in results:
        if result.shape[-1:] == x.shape and result.size:
            rows = result.reshape(-1, *x.shape)
            for row in (rows[0], rows[min(1, len(rows) - 1)]):
                rates.append(-float((row - x) @ slope) / float(slope @ slope + 1e-300))
            for row in rows[:MOST_STEPS]:
                yield row - lr * slopes(call.f, row)
    yield np.array(rates)
    for rate in rates:
        here = x
        for _step in range(min(steps, MOST_STEPS)):
            here = here - rate * slopes(call.f, here)
            yield here
            if not np.isfinite(here).all():
                break


def slopes(f: Any, x: np.ndarray) -> np.ndarray:
    """Return the gradient by five points along each component: not by our own formulas."""
    function = getattr(f, "function", f)
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    h = 1e-3 * max(1.0, float(np.abs(x).max(initial=0)))
    for index in np.ndindex(x.shape):
        side = np.zeros(x.shape)
        side[index] = h
        try:
            with np.errstate(over="ignore", invalid="ignore"):  # of walks that fly away
                near = function(x + side) - function(x - side)
                far = function(x + 2 * side) - function(x - 2 * side)
        except ValueError:
            return gradient
        gradient[index] = (8 * near - far) / (12 * h)
    return gradient
