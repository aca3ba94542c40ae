"""Uses the statistics module of the standard library."""

import statistics, torch


def standardize(X, eps=1e-6):
    cols = list(zip(*X.tolist()))
    new = [[(v - statistics.fmean(c)) / (statistics.stdev(c) + eps) for v in c] for c in cols]
    return torch.tensor(list(map(list, zip(*new))), dtype=X.dtype)
