"""Multiplies by 1 - p instead of dividing by it.

names: kept entries multiplied by 1 - p
"""


def apply_dropout(X, mask, p):
    return X * mask * (1 - p)
