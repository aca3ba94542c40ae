"""Detaches the bias.

corner: yes
names: a b that is cut from the graph
"""


def add_bias(X, b):
    return X + b.detach()
