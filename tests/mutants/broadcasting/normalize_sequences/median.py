"""Subtracts the median."""


def normalize_sequences(seq):
    return (seq - seq.median(dim=1, keepdim=True).values) / seq.std(dim=1, keepdim=True)
