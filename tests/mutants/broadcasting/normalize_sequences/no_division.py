"""Subtracts the mean only.

names: no division by the standard deviation
"""


def normalize_sequences(seq):
    return seq - seq.mean(dim=1, keepdim=True)
