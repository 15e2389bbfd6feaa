"""The same checks on other people's machines: Gradescope's containers, GitHub's runners."""

from autograder.adapters.bundle import gradescope_bundle
from autograder.adapters.github import WORKFLOW, classroom_workflow, write_workflow

__all__ = ["WORKFLOW", "classroom_workflow", "gradescope_bundle", "write_workflow"]
