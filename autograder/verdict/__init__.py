"""What was found about submissions."""

from autograder.verdict.model import (
    VERSION,
    CheckResult,
    Feedback,
    Outcome,
    Verdict,
    VerdictError,
)

__all__ = ["VERSION", "CheckResult", "Feedback", "Outcome", "Verdict", "VerdictError"]
