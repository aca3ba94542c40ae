"""Gets the variance from the mean of squares, in float64."""


def standardize(X, eps=1e-6):
    n, wide = len(X), X.double()
    mean = wide.mean(dim=0)
    var = ((wide**2).mean(dim=0) - mean**2).clamp_min(0) * n / (n - 1)
    return ((wide - mean) / (var.sqrt() + eps)).to(X.dtype)
