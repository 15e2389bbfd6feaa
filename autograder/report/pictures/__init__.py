"""Pictures of what a check saw, drawn as SVG straight from the evidence of its feedback."""

from autograder.report.pictures.drawing import Picture, draw

__all__ = ["Picture", "draw"]
