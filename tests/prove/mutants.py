"""Mechanical changes of a reference solution, each of which a check must notice."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from .operators import OPERATORS


@dataclass(frozen=True)
class Mutant:
    """A solution with one change.

    Attributes:
        function: where the change is.
        before: the lines that it replaces, as Python writes them, joined by " ⏎ ".
        after: the lines in their place.
        source: the whole file.
    """

    function: str
    before: str
    after: str
    source: str

    def __str__(self) -> str:
        return f"{self.function}: {self.before or '…'}  →  {self.after or '(removed)'}"


def mutants(source: str) -> Iterator[Mutant]:
    """Give every mutant of the functions of a file, each once."""
    tree = ast.parse(source)
    for function in tree.body:
        if isinstance(function, ast.FunctionDef):
            _drop_docstring(function)
    before = ast.unparse(tree).splitlines()
    seen = {"\n".join(before)}
    for function in tree.body:
        if not isinstance(function, ast.FunctionDef):
            continue
        for _change in _changes(function):
            after = ast.unparse(tree)
            if after not in seen:
                seen.add(after)
                yield _described(function.name, before, after)


def _described(function: str, before: list[str], after: str) -> Mutant:
    """Say which lines changed."""
    old, new = [], []
    matcher = difflib.SequenceMatcher(None, before, after.splitlines(), autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind != "equal":
            old += [line.strip() for line in before[start:end]]
            new += [line.strip() for line in after.splitlines()[begin:stop]]
    return Mutant(function, " ⏎ ".join(old), " ⏎ ".join(new), after + "\n")


def _drop_docstring(function: ast.FunctionDef) -> None:
    if ast.get_docstring(function) is not None:
        function.body = function.body[1:] or [ast.Pass()]


def _changes(function: ast.FunctionDef) -> Iterator[None]:
    """Put each variant of each part of a function in its place for a while."""
    for parent in list(ast.walk(function)):
        for field, value in ast.iter_fields(parent):
            if isinstance(value, list):
                for index, node in enumerate(value):
                    if isinstance(node, ast.AST):
                        yield from _in_list(value, index, function)
            elif isinstance(value, ast.AST):
                for variant in _variants(value, function):
                    setattr(parent, field, variant)
                    yield
                setattr(parent, field, value)


def _in_list(values: list[ast.AST], index: int, function: ast.FunctionDef) -> Iterator[None]:
    """Change one entry of a list of nodes, or leave a statement out."""
    node = values[index]
    for variant in _variants(node, function):
        values[index] = variant
        yield
    if isinstance(node, ast.stmt):
        values[index] = ast.Pass()
        yield
    values[index] = node


def _variants(node: ast.AST, function: ast.FunctionDef) -> Iterator[ast.AST]:
    for operator in OPERATORS:
        yield from operator(node, function)
