"""Always averages ten passes.

corner: yes
"""

import torch.nn.functional as F


def average_dropout(X, p, trials):
    return sum(F.dropout(X, p) for _ in range(10)) / 10
