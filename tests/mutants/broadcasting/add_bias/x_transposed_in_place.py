"""Transposes the caller's X in place and leaves it so.

corner: yes
names: changed its input in place
"""


def add_bias(X, b):
    out = X + b
    X.t_()
    return out
