"""nbgrader's gradebook opened for one transaction, and what is wrong with it told in words."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from autograder.course.extras import installing
from autograder.gradebook.table import GradebookError
from autograder.language import _

SQLITE = "sqlite:///"
LOG = "tornado.application"


@contextmanager
def opened(url: str, assignment: str) -> Iterator[Any]:
    """Open nbgrader's gradebook in one transaction, so that its own commits end with ours."""
    _require_file(url)
    api, errors = needed("nbgrader.api"), needed("sqlalchemy.exc")
    try:
        _require_tables(url, assignment)
        with _quiet(), api.Gradebook(url) as gradebook, gradebook.engine.connect() as connection:
            gradebook.db.remove()
            # nbgrader makes objects piece by piece, which SQLAlchemy must not write halfway.
            gradebook.db.configure(
                bind=connection, join_transaction_mode="create_savepoint", autoflush=False
            )
            if gradebook.engine.dialect.name == "sqlite":
                # The driver would begin too late for a savepoint; and locked is known at once.
                connection.connection.driver_connection.isolation_level = None
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield gradebook
            gradebook.db.commit()
            connection.commit()
    except (errors.SQLAlchemyError, OSError, ImportError, ValueError) as fault:
        # nbgrader wraps what its database says into an error of its own.
        cause = fault.__context__ if isinstance(fault, api.InvalidEntry) else fault
        reason = _first_line(getattr(cause, "orig", None) or cause or fault)
        raise GradebookError(
            _("{url}: {reason}. Nothing was written; is it in use, read-only or elsewhere?").format(
                url=shown(url), reason=reason
            )
        ) from fault


def _require_file(url: str) -> None:
    """Refuse a database file that is not there: nbgrader would make an empty one."""
    if not url.startswith(SQLITE):
        return
    path = Path(url.removeprefix(SQLITE).partition("?")[0].removeprefix("file:"))
    if not path.is_file():
        raise GradebookError(
            _(
                "{path} does not exist. It is made by: nbgrader generate_assignment --force, in the"
                " course's folder."
            ).format(path=path)
        )


def _require_tables(url: str, assignment: str) -> None:
    """Refuse an empty database: nbgrader would fill it, with a program that may not be there."""
    engine = needed("sqlalchemy").create_engine(url)
    try:
        if not needed("sqlalchemy").inspect(engine).has_table("assignment"):
            raise unknown(assignment)
    finally:
        engine.dispose()


def unknown(assignment: str) -> GradebookError:
    """Return the error of an assignment that nbgrader has not recorded."""
    return GradebookError(
        _(
            "nbgrader knows no assignment {assignment}. Run first: nbgrader generate_assignment"
            " {assignment} --force"
        ).format(assignment=assignment)
    )


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep nbgrader from logging the traceback of what is told in a sentence here."""
    log = logging.getLogger(LOG)
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


def needed(module: str) -> Any:
    """Import a module that only an instructor has."""
    try:
        return import_module(module)
    except ImportError as fault:
        raise GradebookError(
            _("{module} is not installed here: {command}").format(
                module=module, command=installing("release")
            )
        ) from fault


def _first_line(fault: BaseException) -> str:
    return (str(fault).strip().splitlines() or [type(fault).__name__])[0].rstrip(".")


def shown(url: str) -> str:
    """Return a database's address without its password, before the host or behind the `?`."""
    scheme, mark, rest = url.partition("?")[0].partition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}"
