"""Picks row 0 n times with an index, which copies."""

import torch


def repeat_rows(b, n):
    return b.view(1, -1)[torch.zeros(n, dtype=torch.long)]
