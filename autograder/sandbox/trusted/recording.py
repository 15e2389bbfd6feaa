"""A sandbox that also tells what the student's functions drew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from autograder.sandbox import Answer, Loaded, Program, Sandbox
from autograder.sandbox.values import Described

Keep = Callable[[str, Mapping[str, Any]], None]


class Keeping:
    """Another sandbox, as it is, but for the descriptions of figures: each is handed on.

    Args:
        sandbox: the one that does the work.
        keep: takes a function's name and the description of the figure that it gave, alone or
            as the first figure beside other values.
    """

    def __init__(self, sandbox: Sandbox, keep: Keep) -> None:
        self._sandbox, self._keep = sandbox, keep
        self.layers: Sequence[str] = sandbox.layers

    def load(self, program: Program) -> Loaded:
        """Load in the other sandbox."""
        return self._sandbox.load(program)

    def call(self, function: str, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> Answer:
        """Call in the other sandbox, and hand on what was drawn."""
        answer = self._sandbox.call(function, arguments, keywords)
        parts = answer.value if isinstance(answer.value, (tuple, list)) else (answer.value,)
        described = next((part for part in parts if isinstance(part, Described)), None)
        if described is not None:
            self._keep(function, described.content)
        return answer

    def close(self) -> None:
        """Close the other sandbox."""
        self._sandbox.close()
