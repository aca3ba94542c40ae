"""Makes at least two passes.

corner: yes
"""

import torch.nn.functional as F


def average_dropout(X, p, trials):
    n = max(trials, 2)
    return sum(F.dropout(X, p) for _ in range(n)) / n
