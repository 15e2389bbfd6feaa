"""The words for how a check ended, the same on a terminal, on a page and in a summary."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.language import Text, _
from autograder.verdict import Outcome

OUTCOMES: Mapping[Outcome, Text] = {
    Outcome.PASSED: _("passed"),
    Outcome.FAILED: _("not yet"),
    Outcome.SKIPPED: _("not judged"),
    Outcome.ERROR: _("our error"),
}
