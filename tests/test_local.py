"""A check where the student works also keeps what the student's functions drew."""

from __future__ import annotations

from pathlib import Path

from autograder.frontends import local

TUPLES = """
import matplotlib.pyplot as plt

def plot_surface(f, x0, x1):
    fig, ax = plt.subplots()
    ax.plot(x0, x0)
    return fig, ax

def plot_contour(f, x0, x1):
    return plot_surface(f, x0, x1)[0]
"""


def test_a_figure_beside_other_values_is_kept(tmp_path: Path):
    """`return fig, ax` loses points, but the student still sees the figure."""
    file = tmp_path / "plotting.py"
    file.write_text(TUPLES, encoding="utf-8")
    drawn = {}

    local.check_file(file, keep=drawn.__setitem__)

    assert sorted(drawn) == ["plot_contour", "plot_surface"]
    assert all(content["panels"] for content in drawn.values())
