"""Runs the text of a student's files, which lie on no disk; runs beside them."""

from __future__ import annotations

import ast
import linecache
import types
from collections.abc import Mapping
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from typing import Any

from autograder.sandbox.wire import WireError
from autograder.sandbox.worker.exceptions import trouble

MAX_TROUBLES = 20
EXPERIMENTS = (ast.Expr, ast.For, ast.While, ast.With, ast.If, ast.Assert)


class Files(MetaPathFinder, Loader):
    """Finds the other modules of a submission, which exist as text only."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.sources = dict(sources)

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        """Find a module by its name."""
        del path, target
        is_package = any(name.startswith(f"{fullname}.") for name in self.sources)
        if fullname not in self.sources and not is_package:
            return None
        return ModuleSpec(fullname, self, is_package=is_package)

    def create_module(self, spec: ModuleSpec) -> None:
        """Use the ordinary kind of module."""

    def exec_module(self, module: types.ModuleType) -> None:
        """Run a module's text, statement by statement, as far as it goes."""
        run(self.sources.get(module.__name__, ""), module, definitions_only=False)


def way_of(module: types.ModuleType) -> str:
    """Return where the file of a module would lie, for what it looks for beside itself."""
    way = module.__name__.replace(".", "/")
    return f"{way}/__init__.py" if hasattr(module, "__path__") else f"{way}.py"


def run(source: str, module: types.ModuleType, definitions_only: bool) -> list[dict[str, Any]]:
    """Run a file's top level, each statement by itself, as a notebook's cells are run.

    A statement that raises does not keep the next from running, so that one failed experiment
    does not take the functions below it away. Gives what was raised.
    """
    name = f"{module.__name__}.py"
    lines = source.splitlines(keepends=True)
    linecache.cache[name] = (len(source), None, lines, name)
    module.__file__ = way_of(module)
    try:
        tree = ast.parse(source, name)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as fault:
        return [trouble(fault, module.__name__)]
    troubles = []
    future = 0
    for statement in tree.body:
        if definitions_only and isinstance(statement, EXPERIMENTS):
            continue
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            future |= compile(ast.Module([statement], []), name, "exec").co_flags & 0xFFF0000
        try:
            code = compile(ast.Module([statement], []), name, "exec", future, dont_inherit=True)
            exec(code, vars(module))
        except WireError:
            raise
        except BaseException as fault:  # noqa: BLE001 -- SystemExit too is the student's
            troubles.append(trouble(fault, module.__name__))
            if len(troubles) == MAX_TROUBLES:
                break
    return troubles
