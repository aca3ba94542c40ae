"""Counts the bits of one part of a complex number.

corner: yes
"""

import torch


def storage_bytes(t):
    known = torch.finfo if t.is_floating_point() or t.is_complex() else torch.iinfo
    size = 1 if t.dtype == torch.bool else known(t.dtype).bits // 8
    return len(t.storage()) * size
