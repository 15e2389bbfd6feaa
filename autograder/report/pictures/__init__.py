"""Pictures of what a check saw, drawn as SVG straight from the evidence of its feedback."""

from autograder.report.pictures.drawing import Drawn, Picture, draw, draw_now

__all__ = ["Drawn", "Picture", "draw", "draw_now"]
