"""Looks row 0 of a table up, n times."""

import torch
import torch.nn.functional as F


def repeat_rows(b, n):
    return F.embedding(torch.zeros(n, dtype=torch.long), b.detach()[None])
