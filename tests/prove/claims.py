"""What must come of each case, and the words for a case of which it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .cases import Kind
from .running import Judged


def broken(judged: Iterable[Judged]) -> Iterator[str]:
    """Say which cases were not judged as they must be; mutants are another claim."""
    for one in judged:
        for words in _broken(one):
            said = "; ".join(one.messages)
            yield f"{one.case}: {words}" + (f" ({said})" if said else "")


def _broken(one: Judged) -> Iterator[str]:
    yield from one.untrue
    if one.errors:
        yield f"our error in {', '.join(one.errors)}"
    elif one.case.is_right:
        if one.keys:
            yield f"diagnosed as {', '.join(sorted(one.keys))}"
        if not one.is_full:
            yield f"{one.score:g} of {one.points:g} points; {', '.join(one.failed)} failed"
    elif one.case.kind is Kind.STUB:
        if one.score:
            yield f"the stub earns {one.score:g} points"
    elif one.case.kind in (Kind.WRONG, Kind.SLIP):
        yield from _wrong(one)


def _wrong(one: Judged) -> Iterator[str]:
    expected = frozenset(one.case.expected)
    if one.keys != expected:
        yield f"expected {_words(expected)}, diagnosed {_words(one.keys)}"
    causes = max(1, len(expected))
    if len(one.failed) != causes:
        yield f"{causes} causes cost {len(one.failed)} checks: {', '.join(one.failed) or 'none'}"


def _words(keys: Iterable[str]) -> str:
    return ", ".join(sorted(keys)) or "none"


def survivors(judged: Iterable[Judged]) -> Iterator[Judged]:
    """Give the mutants that earned everything."""
    return (one for one in judged if one.case.kind is Kind.MUTANT and one.is_full)
