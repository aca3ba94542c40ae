"""Calls backward on its result, which accumulates in the inputs.

corner: yes
names: changed X.grad
"""


def add_bias(X, b):
    out = X + b
    if out.requires_grad:
        out.sum().backward(retain_graph=True)
    return out
