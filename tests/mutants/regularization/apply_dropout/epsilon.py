"""Avoids the division by zero with an epsilon that changes all values a little.

corner: yes
"""


def apply_dropout(X, mask, p):
    return X * mask / (1 - p + 1e-6)
