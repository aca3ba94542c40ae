"""Collects the passes in the caller's X.

corner: yes
"""

import torch.nn.functional as F


def average_dropout(X, p, trials):
    original = X.clone()
    X.zero_()
    for _ in range(trials):
        X += F.dropout(original, p) / trials
    return X.clone()
