"""Uses X.data, so that no gradient reaches X.

corner: yes
names: an X that is cut from the graph
"""


def add_bias(X, b):
    return X.data + b
