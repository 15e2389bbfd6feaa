"""Programs for the numerical gradient that have a slip, which predict what a student's gives.

The proof grades this very file once for each slip, so it needs nothing but numpy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

# How the values ahead and behind become a slope; span is the distance between the two points.
QUOTIENTS: dict[str, Callable[[Any, Any, Any, Any], Any]] = {
    "central": lambda ahead, behind, _h, span: (ahead - behind) / span,
    "divided by h": lambda ahead, behind, h, _span: (ahead - behind) / h,
    "behind minus ahead": lambda ahead, behind, _h, span: (behind - ahead) / span,
    "/ 2 * h": lambda ahead, behind, h, _span: (ahead - behind) / 2 * h,
    "/ h * 2": lambda ahead, behind, h, _span: (ahead - behind) / h * 2,
    "a - b / (2 * h)": lambda ahead, behind, _h, span: ahead - behind / span,
    "a - b / 2 * h": lambda ahead, behind, h, _span: ahead - behind / 2 * h,
    "a / (2 * h) - b": lambda ahead, behind, _h, span: ahead / span - behind,
    "no division": lambda ahead, behind, _h, _span: ahead - behind,
    "a + b": lambda ahead, behind, _h, span: (ahead + behind) / span,
}

# What each choice is called where it is a slip; None: a slip without a name, there to be told from.
KEYS: dict[str, dict[str, str | None]] = {
    "quotient": {
        "divided by h": "not-divided-by-two",
        "behind minus ahead": "sign-reversed",
        "/ 2 * h": "parentheses-missing",
        "/ h * 2": "parentheses-missing",
        "a - b / (2 * h)": "parentheses-missing",
        "a - b / 2 * h": "parentheses-missing",
        "a / (2 * h) - b": "parentheses-missing",
        "no division": None,
        "a + b": None,
    },
    "turns": {
        "together": "all-components-at-once",
        "the first": "returns-inside-loop",
        "all but the last": None,
        "the first again and again": None,
    },
    "sides": {"ahead": "forward-difference", "behind": "backward-difference"},
    "left": {
        "ahead": "x-not-restored",
        "behind": "x-not-restored",
        "each": "x-not-restored",
    },
    "result": {"whole": "integer-truncation"},
}


@dataclass(frozen=True)
class Difference:
    """A program that works a gradient out by differences; each attribute is one choice in it.

    Attributes:
        quotient: one of QUOTIENTS.
        turns: which components move: each alone, or as KEYS says.
        sides: where f is evaluated: both, ahead, or behind.
        left: where a component stays after its turn: nowhere, ahead, behind, or each point apart.
        result: what the array of slopes can hold: float, or whole.
    """

    quotient: str = "central"
    turns: str = "each"
    sides: str = "both"
    left: str = "nowhere"
    result: str = "float"

    @property
    def keys(self) -> tuple[str | None, ...]:
        """The names of its slips, in the order of KEYS; none for a right program."""
        chosen = ((names, getattr(self, part)) for part, names in KEYS.items())
        return tuple(names[choice] for names, choice in chosen if choice in names)

    def __call__(self, f: Callable[[np.ndarray], Any], x: Any, h: Any) -> np.ndarray:
        """Return the slopes, shaped like x; h is a step, or one for each component."""
        x = np.array(x, dtype=float)
        h = np.broadcast_to(h, x.shape)
        ahead, behind = x.copy(), x.copy()
        slopes = np.zeros(x.shape)
        for index in self._turns(x):
            here = ahead[index], behind[index]
            up, down = x[index] + h[index], x[index] - h[index]
            if self.left == "each":
                up, down = here[0] + h[index], here[1] - h[index]
            if self.sides != "behind":
                ahead[index] = up
            if self.sides != "ahead":
                behind[index] = down
            span = 2 * h[index] if self.sides == "both" else h[index]
            values = f(ahead.copy()), f(behind.copy())
            slopes[index] = QUOTIENTS[self.quotient](*values, h[index], span)
            if self.left == "nowhere":
                ahead[index], behind[index] = here
            elif self.left in ("ahead", "behind"):
                ahead[index] = behind[index] = up if self.left == "ahead" else down
        return np.trunc(slopes) if self.result == "whole" else slopes

    def _turns(self, x: np.ndarray) -> list[Any]:
        """Return what moves in each turn, as indices into x."""
        single = list(np.ndindex(x.shape))
        return {
            "each": single,
            "together": [...],
            "the first": single[:1],
            "all but the last": single[:-1],
            "the first again and again": single[:1] * len(single),
        }[self.turns]
