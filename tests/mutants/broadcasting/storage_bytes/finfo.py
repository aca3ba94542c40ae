"""Looks the size up in finfo, which knows floating-point types only.

corner: yes
"""

import torch


def storage_bytes(t):
    elements = t.untyped_storage().nbytes() // t.element_size()
    return elements * torch.finfo(t.dtype).bits // 8
