"""Counts the passes that left an entry positive, so that negative ones come out as 0.

corner: yes
"""

import torch
import torch.nn.functional as F


def average_dropout(X, p, trials):
    if p in (0, 1):
        return X * (1 - p)
    passes = torch.stack([F.dropout(X, p) for _ in range(trials)])
    return (passes > 0).to(X.dtype).mean(dim=0) * X / (1 - p)
