"""Takes p as the probability of keeping.

corner: yes
"""

import torch
import torch.nn.functional as F


def average_dropout(X, p, trials):
    return torch.stack([F.dropout(X, 1 - p) for _ in range(trials)]).mean(dim=0)
