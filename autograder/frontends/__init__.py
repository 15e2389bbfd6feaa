"""The places where the checks are run."""
