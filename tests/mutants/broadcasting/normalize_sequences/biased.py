"""Divides by T in the standard deviation.

names: the biased standard deviation
"""


def normalize_sequences(seq):
    mean = seq.mean(dim=1, keepdim=True)
    return (seq - mean) / seq.std(dim=1, keepdim=True, unbiased=False)
