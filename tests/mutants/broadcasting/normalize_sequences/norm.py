"""Divides by the norm of the centered row.

names: a division by the norm
"""

import torch.nn.functional as F


def normalize_sequences(seq):
    return F.normalize(seq - seq.mean(dim=1, keepdim=True), dim=1)
