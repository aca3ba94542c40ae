"""Has another default for eps.

corner: yes
names: eps = 1e-8
"""


def standardize(X, eps=1e-8):
    return (X - X.mean(dim=0)) / (X.std(dim=0) + eps)
