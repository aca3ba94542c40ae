"""Goes through NumPy.

names: cut off from its inputs
"""

import torch


def normalize_sequences(seq):
    values = seq.detach().numpy()
    mean, std = values.mean(1, keepdims=True), values.std(1, ddof=1, keepdims=True)
    return torch.from_numpy((values - mean) / std)
