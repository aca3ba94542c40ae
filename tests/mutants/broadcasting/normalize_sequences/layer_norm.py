"""Calls layer_norm, whose variance is biased.

names: the biased standard deviation
"""

import torch.nn.functional as F


def normalize_sequences(seq):
    return F.layer_norm(seq, seq.shape[1:])
