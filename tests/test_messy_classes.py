"""A messy class of sixty is found whole: everybody once, every right program, nothing dropped."""

import pytest

from bench import messy_classes


@pytest.mark.parametrize("seed", range(5))
def test_a_messy_class_is_found_whole(tmp_path, seed):
    """Whatever form it came in: students, programs, and a reason for each file left out."""
    assert messy_classes.differences(tmp_path, seed) == []
