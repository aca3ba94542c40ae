"""Subtracts the mean in place and divides into a new tensor.

names: changed its input in place
"""


def normalize_sequences(seq):
    seq.sub_(seq.mean(dim=1, keepdim=True))
    return seq / seq.std(dim=1, keepdim=True)
