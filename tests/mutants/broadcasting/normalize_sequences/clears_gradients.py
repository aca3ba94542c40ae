"""Drops the caller's gradient.

corner: yes
names: changed seq.grad
"""


def normalize_sequences(seq):
    seq.grad = None
    return (seq - seq.mean(1, keepdim=True)) / seq.std(1, keepdim=True)
