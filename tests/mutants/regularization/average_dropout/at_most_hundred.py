"""Makes at most 100 passes.

corner: yes
"""

import torch.nn.functional as F


def average_dropout(X, p, trials):
    n = min(trials, 100)
    return sum(F.dropout(X, p) for _ in range(n)) / n
