"""Submissions that are the same but for names, comments and layout."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from autograder.verdict import Verdict

LARGEST = 50_000  # characters of a program that is looked at


@dataclass
class Alike:
    """Who handed in the same, exercise by exercise; it keeps a digest of each program only."""

    _students: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def add(self, verdict: Verdict) -> None:
        """Look at one more submission."""
        digest = normal_form(verdict.source)
        if digest and verdict.score:
            self._students.setdefault((verdict.exercise, digest), []).append(verdict.student)

    @property
    def groups(self) -> Sequence[tuple[str, Sequence[str]]]:
        """The exercise and students of each program that more than one handed in."""
        found = [
            (exercise, sorted(students))
            for (exercise, _digest), students in self._students.items()
            if len(students) > 1
        ]
        return sorted(found)


def normal_form(source: str) -> str:
    """Return a digest that names, comments, docstrings and layout do not change; "" for no program.

    Names that a program binds are numbered in the order in which they appear; what it takes from
    elsewhere keeps its name.
    """
    if len(source) > LARGEST:
        return ""
    try:
        tree = ast.parse(source)
        names = dict.fromkeys(_bound(tree))
        renamed = _Renamed({name: f"_{number}" for number, name in enumerate(names)}).visit(tree)
        text = ast.dump(renamed)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _bound(tree: ast.AST) -> list[str]:
    """Return the names of parameters and variables, in the order of the program."""
    found = [
        (node.lineno, node.col_offset, node.arg if isinstance(node, ast.arg) else node.id)
        for node in ast.walk(tree)
        if isinstance(node, ast.arg)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    ]
    return [name for _line, _column, name in sorted(found)]


class _Renamed(ast.NodeTransformer):
    """Numbers names, and leaves out what only people read."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        """Number a variable."""
        return ast.Name(self._names.get(node.id, node.id), node.ctx)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        """Number a parameter, and leave out what it is said to be."""
        return ast.arg(self._names[node.arg])

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Leave out what a function is said to give."""
        node.returns = None
        return self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        """Leave out texts that stand alone, as docstrings do."""
        return None if isinstance(node.value, ast.Constant) else self.generic_visit(node)
