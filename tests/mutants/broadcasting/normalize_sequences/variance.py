"""Divides by the variance.

names: a division by the variance
"""


def normalize_sequences(seq):
    return (seq - seq.mean(dim=1, keepdim=True)) / seq.var(dim=1, keepdim=True)
