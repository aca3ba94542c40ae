"""Reads a strided b as if it were contiguous.

corner: yes
"""

import torch


def repeat_rows(b, n):
    return torch.as_strided(b, (n, len(b)), (0, 1)).clone()
