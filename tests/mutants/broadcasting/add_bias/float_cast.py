"""Casts to float32 first.

corner: yes
"""


def add_bias(X, b):
    return X.float() + b.float()
