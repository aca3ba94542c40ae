"""Writes the mask into X.

corner: yes
"""


def dropout_mask(X, p):
    return X.bernoulli_(1 - p)
