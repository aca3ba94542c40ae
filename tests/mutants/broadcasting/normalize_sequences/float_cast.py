"""Casts to float32.

corner: yes
"""


def normalize_sequences(seq):
    seq = seq.float()
    return (seq - seq.mean(1, keepdim=True)) / seq.std(1, keepdim=True)
