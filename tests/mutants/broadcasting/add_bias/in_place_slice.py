"""Takes X[:] for a copy, as it would be for a list.

corner: yes
names: changed its input in place
"""


def add_bias(X, b):
    out = X[:]
    out += b
    return out
