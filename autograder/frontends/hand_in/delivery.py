"""Hand in at the place that a student names, and say what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from autograder.frontends.hand_in import destinations
from autograder.frontends.hand_in.package import Parcel
from autograder.language import Text, _
from autograder.submission.layouts import RECEIPT

NBGRADER = "nbgrader"


@dataclass(frozen=True)
class Place:
    """Where to hand in.

    Attributes:
        name: a folder, a .zip to write, or ``nbgrader`` for its exchange.
        course: nbgrader's name of the course.
        assignment: nbgrader's name of the assignment.
        exchange: the exchange's folder; None leaves it to nbgrader's settings.
    """

    name: str
    course: str
    assignment: str
    exchange: Path | None = None


def deliver(parcel: Parcel, place: Place, student: str, now: datetime) -> Text:
    """Hand in, and give the sentence that says so.

    Raises:
        HandInError: nothing was handed in; the message says why.
    """
    if place.name == NBGRADER:
        settings = [f"--Exchange.root={place.exchange.resolve()}"] if place.exchange else []
        destinations.to_exchange(parcel, place.course, place.assignment, student, settings)
        return _("handed in to nbgrader's exchange as {student}: {course}, {assignment}").format(
            student=student, course=place.course, assignment=place.assignment
        )
    path = Path(place.name)
    if path.suffix.lower() == ".zip":
        written = destinations.to_zip(parcel, path)
        return _("written: {path}. It is not handed in yet: upload it.").format(path=written)
    receipt = destinations.to_folder(parcel, path, student, now)
    return _("handed in as {student}, attempt {attempt}. The receipt is {path}").format(
        student=student, attempt=receipt.attempt, path=receipt.place / RECEIPT
    )
