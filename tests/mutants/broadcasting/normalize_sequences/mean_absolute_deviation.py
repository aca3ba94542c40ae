"""Divides by the mean absolute deviation."""


def normalize_sequences(seq):
    centered = seq - seq.mean(dim=1, keepdim=True)
    return centered / centered.abs().mean(dim=1, keepdim=True)
