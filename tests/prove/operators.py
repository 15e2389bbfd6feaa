"""The kinds of change that make a mutant of a solution, each a generator of variants of a node."""

from __future__ import annotations

import ast
import copy
import itertools
from collections.abc import Callable, Iterable, Iterator

Variants = Callable[[ast.AST, ast.FunctionDef], Iterator[ast.AST]]

ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.Mod: (ast.Mult, ast.FloorDiv),
    ast.Pow: (ast.Mult, ast.Div),
    ast.MatMult: (ast.Mult,),
}
COMPARISON: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}


def _operators(node: ast.AST, _function: ast.FunctionDef) -> Iterator[ast.AST]:
    """Another operator, the operands exchanged, or one of them alone."""
    match node:
        case ast.BinOp(left, operator, right):
            for other in ARITHMETIC.get(type(operator), ()):
                yield ast.BinOp(left, other(), right)
            if not isinstance(operator, (ast.Add, ast.Mult)):  # numbers commute there
                yield ast.BinOp(right, operator, left)
            yield from (left, right)
        case ast.AugAssign(target, operator, value):
            for other in ARITHMETIC.get(type(operator), ()):
                yield ast.AugAssign(target, other(), value)
            yield ast.Assign([target], value, lineno=0)
        case ast.UnaryOp(ast.USub() | ast.Not(), operand):
            yield operand
        case ast.Compare(left, [operator], [right]):
            for another in COMPARISON[type(operator)]:
                yield ast.Compare(left, [another()], [right])
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
        case ast.IfExp(_, body, orelse):
            yield from (body, orelse)


def _constants(node: ast.AST, function: ast.FunctionDef) -> Iterator[ast.AST]:
    """A number beside it, a number of another size, the opposite; no text, or its sibling."""
    match node:
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() as value):
            for number in (value + 1, value - 1, 2 * value, 0):
                yield ast.Constant(number)
        case ast.Constant(float() as value):
            for number in (10 * value, value / 10, -value, 0.0):
                yield ast.Constant(number)
        case ast.Constant(str() as value):
            texts = {one.value for one in ast.walk(function) if _is_text(one)}
            for text in ("", *_siblings(value, texts)):
                yield ast.Constant(text)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _siblings(name: str, others: Iterable[str]) -> list[str]:
    """Give the names that differ in their last sign only, as x1 and x0 do."""
    return sorted(other for other in others if other[:-1] == name[:-1] != "" and other != name)


def _indices(node: ast.AST, _function: ast.FunctionDef) -> Iterator[ast.AST]:
    """The index before or behind it, or no index at all."""
    match node:
        case ast.Subscript(value, index, context) if not isinstance(index, ast.Slice):
            if not isinstance(index, (ast.Constant, ast.UnaryOp, ast.Tuple)):
                for shift in (ast.Add(), ast.Sub()):
                    yield ast.Subscript(value, ast.BinOp(index, shift, ast.Constant(1)), context)
            if isinstance(context, ast.Load):
                yield value


def _names(node: ast.AST, function: ast.FunctionDef) -> Iterator[ast.AST]:
    """The sibling of a variable; a stranger would only end in an exception."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        known = {one.arg for one in ast.walk(function) if isinstance(one, ast.arg)}
        known |= {
            one.id
            for one in ast.walk(function)
            if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
        }
        for name in _siblings(node.id, known):
            yield ast.Name(name, ast.Load())


def _calls(node: ast.AST, _function: ast.FunctionDef) -> Iterator[ast.AST]:
    """An argument left out, two exchanged, or the first one instead of the whole call."""
    if not isinstance(node, ast.Call):
        return
    for index in range(len(node.args)):
        yield ast.Call(node.func, node.args[:index] + node.args[index + 1 :], node.keywords)
    for index in range(len(node.keywords)):
        yield ast.Call(node.func, node.args, node.keywords[:index] + node.keywords[index + 1 :])
    for first, second in itertools.combinations(range(len(node.args)), 2):
        swapped = list(node.args)
        swapped[first], swapped[second] = swapped[second], swapped[first]
        yield ast.Call(node.func, swapped, node.keywords)
    for one, other in itertools.combinations(node.keywords, 2):
        exchanged = {one.arg: other.value, other.arg: one.value}
        yield ast.Call(
            node.func,
            node.args,
            [ast.keyword(word.arg, exchanged.get(word.arg, word.value)) for word in node.keywords],
        )
    if node.args and not isinstance(node.args[0], ast.Starred):
        yield node.args[0]


def _loops(node: ast.AST, _function: ast.FunctionDef) -> Iterator[ast.AST]:
    """A loop that runs never, once, one round less, or one round more."""
    if not isinstance(node, (ast.For, ast.While)):
        return
    once = copy.deepcopy(node)
    once.body.append(ast.Break())
    yield once
    if isinstance(node, ast.For):
        iterable = [
            ast.Tuple([], ast.Load()),
            ast.Subscript(
                ast.Call(ast.Name("list", ast.Load()), [node.iter], []),
                ast.Slice(ast.Constant(1), None),
                ast.Load(),
            ),
        ]
        match node.iter:
            case ast.Call(ast.Name("range"), arguments):
                last = ast.BinOp(arguments[-1], ast.Add(), ast.Constant(1))
                iterable.append(
                    ast.Call(ast.Name("range", ast.Load()), [*arguments[:-1], last], [])
                )
        for one in iterable:
            yield ast.For(node.target, one, node.body, node.orelse, lineno=0)


def _returns(node: ast.AST, function: ast.FunctionDef) -> Iterator[ast.AST]:
    """Nothing, the value beside another one, or a return one level too deep."""
    match node:
        case ast.Return(ast.expr() as value):
            yield ast.Return(None)
            yield ast.Return(ast.Tuple([value, value], ast.Load()))
            yield ast.Expr(ast.Call(ast.Name("print", ast.Load()), [value], []))
        case ast.For() | ast.While():
            last = function.body[-1]
            if isinstance(last, ast.Return):
                inside = copy.deepcopy(node)
                inside.body.append(last)
                yield inside


def _assignments(node: ast.AST, _function: ast.FunctionDef) -> Iterator[ast.AST]:
    """A change in place instead of a new value."""
    match node:
        case ast.Assign([ast.Name(name) as target], ast.BinOp(ast.Name(left), operator, right)):
            if name == left:
                yield ast.AugAssign(target, operator, right)


OPERATORS: tuple[Variants, ...] = (
    _operators,
    _constants,
    _indices,
    _names,
    _calls,
    _loops,
    _returns,
    _assignments,
)
