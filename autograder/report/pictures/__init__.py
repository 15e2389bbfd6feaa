"""Pictures of what a check saw, drawn as SVG straight from the evidence of its feedback."""

from autograder.report.pictures.drawing import Picture, draw, draw_figure

__all__ = ["Picture", "draw", "draw_figure"]
