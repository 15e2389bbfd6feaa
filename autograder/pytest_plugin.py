"""Run the checks of a submission as pytest items: ``pytest --submission FILE``."""
