"""The pictures that only this course needs, made of shapes that any report can draw."""

from .expected import figure_beside
from .paths import path_beside
from .visits import visits_around

__all__ = ["figure_beside", "path_beside", "visits_around"]
