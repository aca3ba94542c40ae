"""Returns floats.

corner: yes
"""

import torch


def broadcast_shape(shape_a, shape_b):
    n = max(len(shape_a), len(shape_b))
    a = torch.ones(n)
    b = torch.ones(n)
    if shape_a:
        a[-len(shape_a) :] = torch.tensor(shape_a)
    if shape_b:
        b[-len(shape_b) :] = torch.tensor(shape_b)
    if ((a != b) & (a != 1) & (b != 1)).any():
        return None
    return tuple(torch.maximum(a, b).tolist())
