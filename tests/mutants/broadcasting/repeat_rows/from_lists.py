"""Builds a new float32 tensor from lists.

corner: yes
"""

import torch


def repeat_rows(b, n):
    return torch.tensor([b.tolist()] * n)
