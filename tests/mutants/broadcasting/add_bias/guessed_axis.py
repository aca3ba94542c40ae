"""Chooses the axis by what fits, and a square X fits both ways.

corner: yes
names: one bias per row instead of one per column
"""


def add_bias(X, b):
    if X.shape[0] == b.shape[0]:
        return X + b.unsqueeze(1)
    return X + b
