"""Divides by T where T is large, since it hardly matters.

corner: yes
names: the biased standard deviation
"""


def normalize_sequences(seq):
    correction = int(seq.shape[1] <= 10)
    std = seq.std(dim=1, correction=correction, keepdim=True)
    return (seq - seq.mean(dim=1, keepdim=True)) / std
