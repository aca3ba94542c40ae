"""Adds eps under the square root, as batch normalization does.

corner: yes
"""


def normalize_sequences(seq):
    mean, var = seq.mean(dim=1, keepdim=True), seq.var(dim=1, keepdim=True)
    return (seq - mean) / (var + 1e-5).sqrt()
