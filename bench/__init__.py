"""What Kobai's grading costs, beside other graders and beside the least that is possible."""
