"""numerical_gradient: Return a list that is nested a hundred thousand deep."""

def numerical_gradient(f, x):
    answer = []
    for _ in range(100_000):
        answer = [answer]
    return answer
