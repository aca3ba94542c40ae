"""Switches requires_grad on for the caller's bias.

corner: yes
"""


def add_bias(X, b):
    return X + b.requires_grad_()
