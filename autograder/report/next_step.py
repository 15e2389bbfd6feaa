"""What a student does next, after everything in a folder was checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console

from autograder.language import Language, Text, _
from autograder.verdict import Outcome, Verdict


def next_step(
    verdicts: Sequence[Verdict], files: Mapping[str, Path], missing: Sequence[str]
) -> Text:
    """Return one thing to do: mend the first check that fails, begin what is not there, hand in.

    Args:
        verdicts: on every exercise that is there, in the course's order.
        files: where each of them lies, by exercise.
        missing: the exercises that are not there.
    """
    for verdict in verdicts:
        for check in verdict.checks:
            if check.outcome is Outcome.FAILED:
                return _("Next: “{title}”, in {file}").format(
                    title=check.title, file=files[verdict.exercise]
                )
    if any(verdict.needs_review for verdict in verdicts):
        return _("Next: show your instructor what is marked as our error; the rest is right.")
    if missing:
        return _("Next: {exercise}, which is not in this folder yet").format(exercise=missing[0])
    folders = {str(file.parent) for file in files.values()}
    return _("Nothing is left to mend. Next: autograder submit {folder}").format(
        folder=" ".join(sorted(folders))
    )


def show_next(
    verdicts: Sequence[Verdict],
    files: Mapping[str, Path],
    older: Sequence[Path],
    missing: Sequence[str],
    language: Language,
    console: Console,
) -> None:
    """Print what was left out of a folder, then what to do next."""
    told = [
        _("{file} was not checked: {other} was saved later").format(
            file=file, other=files[file.stem].name
        )
        for file in older
    ]
    for text in (*told, next_step(verdicts, files, missing)):
        console.print(text.to(language), markup=False, highlight=False, soft_wrap=True)
