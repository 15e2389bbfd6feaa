"""What a notebook's cells import: the check cell and the extension that its first cell loads."""

from autograder.frontends.notebook import check, load_ipython_extension

__all__ = ["check", "load_ipython_extension"]
