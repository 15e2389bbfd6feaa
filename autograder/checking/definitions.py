"""What a file says of itself without being run: where functions stand, what ends a loop."""

from __future__ import annotations

import ast

from autograder.language import Text, _, plain
from autograder.verdict import Feedback


def elsewhere(name: str, source: str) -> Feedback | None:
    """Return what to tell of a function that stands inside something else; None if none does."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    inside: list[tuple[ast.AST, tuple[ast.stmt, ...]]] = [(tree, ())]
    while inside:
        node, around = inside.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name:
            return _told(name, node.lineno, around)
        owner = (*around, node) if isinstance(node, ast.stmt) else around
        inside += [(child, owner) for child in ast.iter_child_nodes(node)]
    return None


def ends_a_loop(source: str) -> bool:
    """Say whether some loop holds a return or a break, which may end it in its first round."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    loops = [node for node in ast.walk(tree) if isinstance(node, (ast.For, ast.While))]
    return any(
        isinstance(part, (ast.Return, ast.Break)) for loop in loops for part in ast.walk(loop)
    )


def _told(name: str, line: int, around: tuple[ast.stmt, ...]) -> Feedback | None:
    owner = next((one for one in reversed(around) if not isinstance(one, ast.Try)), None)
    message = _("`{name}` is defined at line {line}, {where}")
    hint = _("A line that begins at the left margin belongs to the file itself. Does that one?")
    where: Text
    if isinstance(owner, ast.ClassDef):
        where = _("inside the class `{owner}`").format(owner=owner.name)
    elif isinstance(owner, (ast.FunctionDef, ast.AsyncFunctionDef)):
        where = _("inside the function `{owner}`").format(owner=owner.name)
    elif isinstance(owner, ast.If):
        where = _("under `if {test}`, which does not hold when the file is imported").format(
            test=plain(ast.unparse(owner.test)[:60])
        )
    else:
        return None
    return Feedback(message.format(name=name, line=line, where=where), hint, line=line)
