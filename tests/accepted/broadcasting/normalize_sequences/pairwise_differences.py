"""Variance as the mean square of all pairwise differences."""


def normalize_sequences(seq):
    T = seq.shape[1]
    d = seq[:, :, None] - seq[:, None, :]
    var = (d**2).sum((1, 2), keepdim=False) / (2 * T * (T - 1))
    return d.mean(2) / var.sqrt()[:, None]
