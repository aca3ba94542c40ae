"""Seeds every pass with its number.

corner: yes
"""

import torch
import torch.nn.functional as F


def average_dropout(X, p, trials):
    total = torch.zeros_like(X)
    for trial in range(trials):
        torch.manual_seed(trial)
        total += F.dropout(X, p)
    return total / trials
