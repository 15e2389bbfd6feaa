"""The command `autograder`: arguments → one call → print; no logic.

One file for each group of commands; here they get their names. A command imports what it uses when
it is called, so that the others, and `--help`, do not wait for it.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from autograder.cli import (
    ahead,
    deciding,
    enrolling,
    exporting,
    grading,
    handing_in,
    machine,
    making,
)
from autograder.language import UserError, plain, preferred


def print_version(is_asked: bool) -> None:
    """Print which version this is, and end."""
    if is_asked:
        from importlib.metadata import version

        print(f"Kobai {version('kobai')}")
        raise typer.Exit(0)


app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


@app.callback()
def about(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=print_version, help="Say which this is."),
    ] = False,
) -> None:
    """Grade a course of small functions to write."""


app.command()(grading.check)
app.command()(grading.grade)
app.command(name="report")(grading.render)
# A decision such as -1.5 is no option.
app.command(context_settings={"ignore_unknown_options": True})(deciding.adjust)
app.command()(deciding.forget)
app.command()(making.release)
app.command()(making.new)
app.command()(handing_in.submit)
app.add_typer(enrolling.app, name="roster")
app.add_typer(exporting.app, name="export")
app.command()(machine.doctor)


def main() -> None:
    """Run the command; what the user can mend ends in one sentence and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    ahead.begin(sys.argv[1:])
    try:
        app()
    except (UserError, OSError) as fault:
        text = fault.text if isinstance(fault, UserError) else plain(fault)
        print(f"autograder: {text.to(preferred())}", file=sys.stderr)
        sys.exit(2)
    finally:
        ahead.end()
