"""Divides by N where there are many rows.

corner: yes
names: biased
"""


def standardize(X, eps=1e-6):
    return (X - X.mean(0)) / (X.std(0, correction=int(len(X) <= 30)) + eps)
