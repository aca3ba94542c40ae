"""Goes through float32, whatever the dtype of X is.

corner: yes
names: should have dtype torch.float64
"""


def standardize(X, eps=1e-6):
    Z = X.float()
    return (Z - Z.mean(dim=0)) / (Z.std(dim=0) + eps)
