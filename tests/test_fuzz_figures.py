"""Descriptions of figures that are nearly right: each is judged, and no check of ours breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.spoiled_figures import SOURCES, fuzz

pytestmark = pytest.mark.usefixtures("plain_figures")
ROUNDS = 200  # for each source, three figures in each


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_spoiled_figure_is_judged_and_is_no_error_of_ours(source: Path) -> None:
    """Whatever stands in a description, every check ends, and the feedback can be written."""
    answers, failed, broken = fuzz(source, range(ROUNDS))

    assert broken == []
    assert answers > 2 * ROUNDS
    assert failed > ROUNDS // 2
