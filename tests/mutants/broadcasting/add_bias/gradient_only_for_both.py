"""Keeps the graph only where both arguments require gradients.

corner: yes
names: cut off from its inputs
"""


def add_bias(X, b):
    out = X + b
    return out if X.requires_grad and b.requires_grad else out.detach()
