"""Caps the scale, which shows only for large p.

corner: yes
"""


def apply_dropout(X, mask, p):
    return X * mask * min(1 / max(1 - p, 1e-9), 2.0)
