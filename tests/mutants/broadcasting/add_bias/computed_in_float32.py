"""Computes in float32 and casts the result back to the dtype of X.

corner: yes
names: only as precise as float32
"""


def add_bias(X, b):
    return (X.float() + b.float()).to(X.dtype)
