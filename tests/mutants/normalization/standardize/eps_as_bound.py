"""Takes eps as a lower bound of the standard deviation.

corner: yes
names: eps as a lower bound
"""


def standardize(X, eps=1e-6):
    return (X - X.mean(dim=0)) / X.std(dim=0).clamp_min(eps)
