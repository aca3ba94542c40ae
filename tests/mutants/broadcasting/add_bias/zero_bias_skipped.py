"""Skips a bias of zeros, which then gets no gradient.

corner: yes
names: a b that is cut from the graph
"""


def add_bias(X, b):
    return X + b if b.any() else X
