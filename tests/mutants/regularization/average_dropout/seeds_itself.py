"""Seeds before each pass with the same number, so that all are equal.

corner: yes
"""

import torch
import torch.nn.functional as F


def average_dropout(X, p, trials):
    passes = []
    for _ in range(trials):
        torch.manual_seed(0)
        passes.append(F.dropout(X, p))
    return torch.stack(passes).mean(dim=0)
