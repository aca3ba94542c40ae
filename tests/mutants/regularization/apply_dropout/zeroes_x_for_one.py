"""Empties X itself for p = 1.

corner: yes
"""


def apply_dropout(X, mask, p):
    if p == 1:
        return X.zero_()
    return X * mask / (1 - p)
