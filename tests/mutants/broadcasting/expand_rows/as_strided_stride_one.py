"""Takes for granted that b has stride 1.

corner: yes
"""

import torch


def expand_rows(b, n):
    return torch.as_strided(b, (n, b.shape[0]), (0, 1))
