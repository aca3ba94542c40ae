"""Switches requires_grad on for the matrix.

corner: yes
names: switched gradients on
"""


def standardize(X, eps=1e-6):
    X.requires_grad_(True)
    return (X - X.mean(0)) / (X.std(0) + eps)
