"""Draws one mask and uses it in every pass.

corner: yes
"""

import torch.nn.functional as F


def average_dropout(X, p, trials):
    once = F.dropout(X, p)
    return sum(once for _ in range(trials)) / trials
