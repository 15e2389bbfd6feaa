"""A sandbox that remembers all that went in and came out, to hold sentences against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.checking import Spy
from autograder.sandbox import Answer, Loaded, Program, Sandbox


@dataclass(frozen=True)
class Call:
    """One call: what was handed over, where f was evaluated, what came back."""

    function: str
    arguments: tuple[Any, ...]
    keywords: Mapping[str, Any]
    f: Any
    visits: list[np.ndarray]
    answer: Answer


@dataclass
class Recording:
    """Another sandbox, as it is, whose calls are kept."""

    sandbox: Sandbox
    calls: list[Call] = field(default_factory=list)
    loaded: list[Loaded] = field(default_factory=list)

    @property
    def layers(self) -> Sequence[str]:
        """Those of the other sandbox."""
        return self.sandbox.layers

    def load(self, program: Program) -> Loaded:
        """Load in the other sandbox."""
        self.loaded.append(self.sandbox.load(program))
        return self.loaded[-1]

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        """Call in the other sandbox, and keep what happened."""
        f = next((one for one in arguments if isinstance(one, Spy)), None)
        before = tuple(np.array(one) if isinstance(one, np.ndarray) else one for one in arguments)
        already = len(f.visits) if f else 0
        answer = self.sandbox.call(function, arguments, keywords)
        visits = [np.asarray(part) for visit in (f.visits if f else [])[already:] for part in visit]
        self.calls.append(Call(function, before, keywords, f, visits, answer))
        return answer

    def close(self) -> None:
        """Close the other sandbox."""
        self.sandbox.close()

    def texts(self) -> Iterator[str]:
        """Give what Python said: its words and the student's lines in them."""
        troubles = [call.answer.trouble for call in self.calls]
        troubles += [trouble for loaded in self.loaded for trouble in loaded.troubles]
        for trouble in filter(None, troubles):
            yield from (trouble.message, trouble.code, str(trouble.line), trouble.suggestion)
