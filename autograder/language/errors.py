"""What a user can mend, told in every language."""

from __future__ import annotations

from autograder.language.text import Text


class UserError(Exception):
    """Something that whoever runs us can mend; the text says what was found, and what to do.

    Each room has its own kind of it; only the commands, at the very top, print it.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text

    def __reduce__(self) -> tuple[type[UserError], tuple[object, ...]]:
        """Travel from a process that grades to the one that asked it to."""
        return type(self), (self.text,)
