"""Raises ZeroDivisionError for p = 1.

corner: yes
"""


def apply_dropout(X, mask, p):
    scale = 1 / (1 - p)
    return X * mask * scale
