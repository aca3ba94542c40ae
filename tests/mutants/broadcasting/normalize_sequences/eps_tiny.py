"""Adds an eps so small that only the faintest rows show it.

corner: yes
"""


def normalize_sequences(seq):
    mean, std = seq.mean(dim=1, keepdim=True), seq.std(dim=1, keepdim=True)
    return (seq - mean) / (std + 1e-12)
