"""What keeps the sandbox from doing its work, which is never a student's fault."""

from autograder.language import UserError


class SandboxError(UserError):
    """The sandbox cannot do its work; our fault or the machine's, never the student's."""
