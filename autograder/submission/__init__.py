"""What students handed in: one file read safely, or a whole class found in a download."""

from autograder.submission.beside import read_whole
from autograder.submission.finding import find, find_own
from autograder.submission.model import Found, Submission, SubmissionError
from autograder.submission.reading import read

__all__ = ["Found", "Submission", "SubmissionError", "find", "find_own", "read", "read_whole"]
