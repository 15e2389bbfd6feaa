"""The same checks on other people's machines: Gradescope's containers, GitHub's runners."""
