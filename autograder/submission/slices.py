"""The part of a program that its functions need: experiments beside them are left out."""

from __future__ import annotations

import ast
import symtable
from collections.abc import Iterable, Iterator

from autograder.submission.cells import syntax_error

IMPORTS = ast.Import | ast.ImportFrom
Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def needed(source: str, functions: Iterable[str]) -> str:
    """Return a program with blank lines in place of what its functions do not need.

    Imports stay, with every statement that binds or changes a name which the functions use, or
    which something of theirs uses. Lines keep their numbers.

    Args:
        source: of the program; what cannot be parsed comes back as it is.
        functions: those that will be called.
    """
    if syntax_error(source) is not None:
        return source
    body = ast.parse(source).body
    lines = source.split("\n")
    wanted = set(functions)
    kept: set[int] = set()
    imported = {name for one in body if isinstance(one, IMPORTS) for name in _changes(one)}
    uses = {index: _uses(statement, lines) for index, statement in enumerate(body)}
    has_grown = True
    while has_grown:
        has_grown = False
        for index, statement in enumerate(body):
            if index not in kept and _is_needed(statement, wanted, imported):
                kept.add(index)
                wanted |= uses[index]
                has_grown = True
    left = [statement for index, statement in enumerate(body) if index not in kept]
    held = {line for index in kept for line in _lines(body[index])}
    for line in {line for statement in left for line in _lines(statement)} - held:
        lines[line - 1] = ""
    return "\n".join(lines)


def _lines(statement: ast.stmt) -> range:
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    first = min([statement.lineno, *(one.lineno for one in decorators)])
    return range(first, (statement.end_lineno or statement.lineno) + 1)


def _is_needed(statement: ast.stmt, wanted: set[str], imported: set[str]) -> bool:
    if isinstance(statement, IMPORTS):
        return True
    if isinstance(statement, Scope):
        return statement.name in wanted
    # plt.show() changes no value of the student's, np.seterr(…) none that a function uses.
    return any(name in wanted and name not in imported for name in _changes(statement))


def _changes(statement: ast.stmt) -> Iterator[str]:
    """Return the names that a statement binds, or whose values it may change in place."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
            yield node.id
        elif isinstance(node, Scope):
            yield node.name
        elif isinstance(node, IMPORTS):
            yield from ((one.asname or one.name).partition(".")[0] for one in node.names)
        elif isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield _root(node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield _root(node.func)


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _uses(statement: ast.stmt, lines: list[str]) -> set[str]:
    """Return the names of the program's top level that a statement uses."""
    if not isinstance(statement, Scope):
        return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
    numbers = _lines(statement)
    text = "\n".join(lines[numbers.start - 1 : numbers.stop - 1])
    return set(_globals(symtable.symtable(text, "cells", "exec")))


def _globals(table: symtable.SymbolTable) -> Iterator[str]:
    for symbol in table.get_symbols():
        if symbol.is_global() or (table.get_type() == "module" and symbol.is_referenced()):
            yield symbol.get_name()
    for child in table.get_children():
        yield from _globals(child)
