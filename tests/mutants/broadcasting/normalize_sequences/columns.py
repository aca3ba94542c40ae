"""Normalizes the columns.

names: columns normalized instead of rows
"""


def normalize_sequences(seq):
    return (seq - seq.mean(dim=0)) / seq.std(dim=0)
