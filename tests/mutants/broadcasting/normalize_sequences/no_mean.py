"""Divides by the std only.

names: no mean subtracted
"""


def normalize_sequences(seq):
    return seq / seq.std(dim=1, keepdim=True)
