"""Computes in float32 and casts the result back.

corner: yes
"""


def normalize_sequences(seq):
    x = seq.float()
    return ((x - x.mean(1, keepdim=True)) / x.std(1, keepdim=True)).to(seq.dtype)
