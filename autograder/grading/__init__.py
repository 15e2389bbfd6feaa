"""From a student's exercises to verdicts."""
