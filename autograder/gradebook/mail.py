"""Feedback as mail: one message for each student, for the instructor's own program to send."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from autograder.gradebook import comments
from autograder.gradebook.people import People
from autograder.language import Language, _
from autograder.verdict import files
from autograder.verdict.gradebook import Gradebook, Row
from autograder.verdict.results import Results, file_name


def write(
    book: Gradebook, results: Results, people: People, folder: Path, language: Language
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write a message with the page for each student whose address is known.

    Nothing is sent. A `.eml` file opens in a mail program, and `sendmail -t < FILE` sends one.

    Returns:
        The files, and who has no address.

    Raises:
        OSError: a page cannot be read, or a file cannot be written.
    """
    written, without = [], []
    for row, address in _addressed(book, people):
        if not address:
            without.append(row.student)
            continue
        path = folder / f"{file_name(row.student)}.eml"
        message = _message(row, book, address, results.page(row.student), language)
        files.write(path, message.as_bytes(policy=SMTP))
        written.append(path)
    return tuple(written), tuple(without)


def _addressed(book: Gradebook, people: People) -> Iterator[tuple[Row, str]]:
    for row in book.rows:
        person = people.of(row.student)
        # A line end in an address would begin a header of its own.
        yield row, "" if person is None else "".join(person.email.split())


def _message(
    row: Row, book: Gradebook, address: str, page: Path, language: Language
) -> EmailMessage:
    message = EmailMessage()
    message["To"] = address
    message["Subject"] = _("Feedback on your exercises").to(language)
    message["X-Unsent"] = "1"  # mail programs open it as a draft
    said = _("Your feedback is in the page that is attached. In short:").to(language)
    message.set_content(f"{said}\n\n{comments.plain(row, book, language)}\n")
    text = page.read_text(encoding="utf-8")
    message.add_attachment(text, subtype="html", filename="feedback.html")
    return message
