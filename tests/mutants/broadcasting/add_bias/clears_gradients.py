"""Zeroes the caller's gradients, as before a training step.

corner: yes
names: changed X.grad
"""


def add_bias(X, b):
    for t in (X, b):
        if t.grad is not None:
            t.grad.zero_()
    return X + b
