"""numerical_gradient: Return a list that contains itself."""

def numerical_gradient(f, x):
    answer = [0.0]
    answer.append(answer)
    return answer
