"""Other graders, each in an environment of its own, that run the same checks on the same class."""
