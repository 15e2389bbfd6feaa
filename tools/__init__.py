"""What maintainers run from the repository: the catalogue, the reference of feedback."""
