"""The data of this room: a submission, what was found in a class, and an error of usage."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from autograder.language import Text, UserError, _


class SubmissionError(UserError):
    """A place that holds no submissions; ``text`` says what was found, where and what to do."""


@dataclass(frozen=True)
class Submission:
    """One file of one student, read once, with what it brings along.

    Attributes:
        student: who handed it in, safe as the name of a file.
        exercise: the stem of the exercise.
        path: where it was found, to show; inside an archive it continues the archive's own path.
        source: Python text ready to run, its line ends normal; "" when there is a problem.
        notes: what we did to read it.
        problem: why it cannot be run, or None.
        digest: the SHA-256 of the bytes read, in hexadecimal; "" when they were not read.
        time: when it was handed in, with its time zone, where the place says so.
        late: the learning platform marked it late.
        modules: the sources of the student's own modules beside it, by the name they import.
        files: the student's small data files beside it, by their way from it.
        review: why a person has to look before it counts, or None.
    """

    student: str
    exercise: str
    path: Path | None
    source: str
    notes: tuple[Text, ...] = ()
    problem: Text | None = None
    digest: str = ""
    time: datetime | None = None
    late: bool = False
    modules: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    review: Text | None = None


@dataclass(frozen=True)
class Found:
    """A class as it was found: nothing is dropped without a reason.

    Attributes:
        submissions: one for each student and exercise, sorted.
        ignored: what was not taken, relative to the place, and why; sorted.
        students: everyone who was seen, also those with nothing to grade; sorted.
        kind: the form of the place; `layouts.FORMS` names them all.
        sections: of the students, where the place has them.
        owners: whose a file is that was not taken, by its path; nobody's are not there.
        odd: what an instructor should look at before anything is graded.
    """

    submissions: tuple[Submission, ...]
    ignored: tuple[tuple[Path | str, Text], ...]
    students: tuple[str, ...] = ()
    kind: str = "folder"
    sections: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    odd: tuple[Text, ...] = ()

    def only(self, students: Collection[str]) -> Found:
        """Return what these students handed in; of everybody else nothing is said.

        Raises:
            SubmissionError: one of them is not there; the message says who is called alike.
        """
        for name in students:
            if name not in self.students:
                near = get_close_matches(name, self.students, 3, 0.5) or self.students[:10]
                raise SubmissionError(
                    _("no student is called {name}; there are: {names}").format(
                        name=name, names=", ".join(near)
                    )
                )
        return replace(
            self,
            submissions=tuple(one for one in self.submissions if one.student in students),
            students=tuple(one for one in self.students if one in students),
        )
