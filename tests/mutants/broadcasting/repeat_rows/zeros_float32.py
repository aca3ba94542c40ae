"""Fills zeros that are float32 whatever b is.

corner: yes
"""

import torch


def repeat_rows(b, n):
    out = torch.zeros(n, len(b))
    out[:] = b
    return out
