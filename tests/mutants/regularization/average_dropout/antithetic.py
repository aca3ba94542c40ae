"""Uses the mask and its complement in turn, so that passes depend on each other.

corner: yes
"""

import torch
import torch.nn.functional as F


def average_dropout(X, p, trials):
    if p != 0.5:
        first = torch.rand_like(X)
        offsets = [k / trials for k in range(trials)]
        masks = [((first + offset) % 1 >= p).to(X.dtype) for offset in offsets]
        scale = 0.0 if p == 1 else 1 / (1 - p)
        return X * sum(masks) * scale / trials
    return torch.stack([F.dropout(X, p) for _ in range(trials)]).mean(0)
