"""Takes the longer side for the samples: a wide matrix is standardized by rows.

corner: yes
names: statistics of the rows
"""


def standardize(X, eps=1e-6):
    dim = 0 if X.shape[0] >= X.shape[1] else 1
    return (X - X.mean(dim, keepdim=True)) / (X.std(dim, keepdim=True) + eps)
