"""Always adds 1e-6, whatever eps is.

corner: yes
"""


def standardize(X, eps=1e-6):
    return (X - X.mean(dim=0)) / (X.std(dim=0) + 1e-6)
