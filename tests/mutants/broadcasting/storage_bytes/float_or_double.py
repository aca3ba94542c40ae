"""Knows two dtypes only.

corner: yes
"""

import torch


def storage_bytes(t):
    elements = t.untyped_storage().nbytes() // t.element_size()
    return elements * (8 if t.dtype == torch.float64 else 4)
