"""Modules whose functions are answered on the trusted side; runs beside untrusted code."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from typing import Any

# Takes a module, a function, and its arguments; gives what the trusted side answers.
Question = Callable[[str, str, Sequence[Any], Mapping[str, Any]], Any]


class StandIns(MetaPathFinder, Loader):
    """Finds modules that hold nothing but names, each of which asks.

    Args:
        functions: the names in each module.
        question: asks.
    """

    def __init__(self, functions: Mapping[str, Sequence[str]], question: Question) -> None:
        self.functions = {module: tuple(names) for module, names in functions.items()}
        self._question = question

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        """Find a module by its name."""
        del path, target
        return ModuleSpec(fullname, self) if fullname in self.functions else None

    def create_module(self, spec: ModuleSpec) -> None:
        """Use the ordinary kind of module."""

    def exec_module(self, module: types.ModuleType) -> None:
        """Put the functions into a module."""
        for name in self.functions[module.__name__]:
            setattr(module, name, self._asking(module.__name__, name))

    def _asking(self, module: str, name: str) -> Callable[..., Any]:
        question = self._question

        def stand_in(*arguments: object, **keywords: object) -> Any:
            return question(module, name, arguments, keywords)

        stand_in.__name__ = stand_in.__qualname__ = name
        stand_in.__module__ = module
        return stand_in
