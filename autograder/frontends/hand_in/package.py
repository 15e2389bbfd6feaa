"""What a student hands in, looked at before it is gone, without running any of it."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.language import Text, UserError, _
from autograder.submission import choosing, dialect, names, opening
from autograder.submission.beside import in_folder, with_beside
from autograder.submission.cells import syntax_error
from autograder.submission.model import Submission
from autograder.submission.reading import LARGEST_NOTEBOOK, from_bytes


class HandInError(UserError):
    """Work that could not be handed in; ``text`` says why, and nothing was left half done."""


@dataclass(frozen=True)
class Item:
    """One file to hand in, as it is.

    Attributes:
        name: the file's name.
        data: its bytes, handed in unchanged.
        submission: the same as the grader will read it; None where the name is no exercise's.
        warnings: what will fail when it is graded.
    """

    name: str
    data: bytes
    submission: Submission | None
    warnings: tuple[Text, ...]

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Parcel:
    """What a student hands in, and the exercises that are not in it."""

    items: tuple[Item, ...]
    missing: tuple[str, ...]

    @property
    def told(self) -> tuple[Text, ...]:
        """What is in it, then everything that a student should know before it is gone."""
        names_of = ", ".join(names.shown(item.name) for item in self.items)
        warnings = (_("warning: {reason}").format(reason=warning) for warning in self.warnings)
        return (_("to hand in: {files}").format(files=names_of), *warnings)

    @property
    def warnings(self) -> tuple[Text, ...]:
        """Everything that a student should know before it is gone."""
        lost = tuple(_("{exercise} is missing").format(exercise=name) for name in self.missing)
        return tuple(warning for item in self.items for warning in item.warnings) + lost


def pack(paths: Sequence[Path], functions: Mapping[str, Sequence[str]]) -> Parcel:
    """Read what is to be handed in; refuse nothing that can be read, and warn about the rest.

    Args:
        paths: files, whatever they are called; or folders, whose files of an exercise are taken.
        functions: what each exercise must define, by its stem.

    Raises:
        HandInError: there is no such file, it cannot be read, or nothing is left to hand in.
    """
    exercises = tuple(functions)
    items: dict[str, Item] = {}
    for path in _chosen(paths, exercises):
        item = _item(path, functions)
        if item.name in items and items[item.name].data != item.data:
            raise HandInError(
                _("Two different files are called {name}. Hand in one of them.").format(
                    name=names.shown(item.name)
                )
            )
        items[item.name] = item
        for beside in _brought(path, item, tuple(functions)):
            items.setdefault(beside.name, beside)
    if not items:
        raise HandInError(
            _("There is nothing to hand in at {places}. Looked for: {names}.").format(
                places=", ".join(map(str, paths)),
                names=", ".join(f"{name}.py" for name in exercises),
            )
        )
    found = {item.submission.exercise for item in items.values() if item.submission}
    return Parcel(tuple(items.values()), tuple(name for name in exercises if name not in found))


def _chosen(paths: Sequence[Path], exercises: Sequence[str]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            try:
                inside = sorted(path.iterdir())
            except OSError as fault:
                raise _unreadable(path, str(fault.strerror)) from fault
            yield from (one for one in inside if one.is_file() and names.match(one.name, exercises))
        else:
            yield path


def _brought(path: Path, item: Item, exercises: Sequence[str]) -> Iterator[Item]:
    """Return the modules and data files that an exercise's file brings along from its folder."""
    own = item.submission
    if own is None:
        return
    for one in in_folder(path):
        is_module = one.module in own.modules and one.module not in exercises
        if one.way in own.files or is_module:
            yield Item(one.way, one.content(LARGEST_NOTEBOOK), None, ())


def _item(path: Path, functions: Mapping[str, Sequence[str]]) -> Item:
    try:
        data = opening.content(path, path.parent, LARGEST_NOTEBOOK)
    except opening.RefusedError as refusal:
        raise _unreadable(path, refusal.text) from refusal
    named = names.match(path.name, tuple(functions))
    if named is None:
        warning = _("{name} is not the name of an exercise and will not be graded").format(
            name=names.shown(path.name)
        )
        return Item(path.name, data, None, (warning,))
    is_notebook = named.ending == ".ipynb" or (not named.ending and data.lstrip()[:1] == b"{")
    submission = from_bytes(data, Submission("", named.exercise, path, ""), is_notebook=is_notebook)
    whole = with_beside(submission, in_folder(path), tuple(functions))
    left = whole.notes[len(submission.notes) + bool(whole.files or whole.modules) :]
    warnings = (*_warnings(submission, functions[named.exercise]), *left)
    noted = (named.note,) if named.note else ()
    return Item(path.name, data, whole, (*noted, *warnings))


def _warnings(submission: Submission, wanted: Sequence[str]) -> Iterator[Text]:
    """Say what will fail, as far as it can be seen without running anything."""
    name = submission.path.name if submission.path else submission.exercise
    if submission.problem is not None:
        yield _("{name}: {problem}").format(name=name, problem=submission.problem)
        return
    fault = syntax_error(submission.source)
    if fault is not None:
        yield _("{name}, line {line}: Python cannot read this ({reason})").format(
            name=name, line=fault.lineno or "?", reason=fault.msg
        )
        if dialect.is_newer(fault.msg, _line(submission.source, fault.lineno or 1)):
            yield dialect.advice()
        return
    if newer := dialect.note(submission.source):
        yield _("{name}: {problem}").format(name=name, problem=newer)
    tree = ast.parse(submission.source)
    defined = {
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)
    } | {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    missing = [function for function in wanted if function not in defined]
    for function in missing:
        yield _("{name}: there is no function {function} in it").format(
            name=name, function=function
        )
    if not missing and not choosing.is_worked_on(submission):
        yield _("{name}: nothing is written in it yet").format(name=name)


def _line(source: str, number: int) -> str:
    lines = source.split("\n")
    return lines[number - 1] if number <= len(lines) else ""


def _unreadable(path: Path, reason: Text | str) -> HandInError:
    return HandInError(_("{path}: {reason}").format(path=path, reason=reason))
