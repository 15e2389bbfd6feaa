"""The public checks: one file for each exercise, shipped to students and to the browser."""
