"""Calls eps otherwise.

corner: yes
"""


def standardize(X, epsilon=1e-6):
    return (X - X.mean(0)) / (X.std(0) + epsilon)
