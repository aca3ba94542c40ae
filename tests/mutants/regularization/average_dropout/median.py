"""Takes the median of the passes.

corner: yes
"""

import torch
import torch.nn.functional as F


def average_dropout(X, p, trials):
    passes = torch.stack([F.dropout(X, p) for _ in range(trials)])
    return (passes.quantile(0.5, dim=0) + X) / 2
