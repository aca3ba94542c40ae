"""Unit norm of the centered rows, times the root of T - 1."""

import torch.nn.functional as F


def normalize_sequences(seq):
    centered = seq - seq.mean(dim=1, keepdim=True)
    return F.normalize(centered, dim=1, eps=0.0) * (seq.shape[1] - 1) ** 0.5
