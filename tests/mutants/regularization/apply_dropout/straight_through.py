"""Passes the gradient straight through, as if nothing had been dropped.

corner: yes
names: dropping outside of the graph
"""


def apply_dropout(X, mask, p):
    out = X * mask / max(1 - p, 1e-9)
    return X + (out - X).detach()
