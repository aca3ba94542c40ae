"""Sets entries below a millionth of the largest one to zero.

corner: yes
names: zeros for entries that are small beside the largest
"""

import torch


def lp_normalize(x, p=2.0):
    n = torch.linalg.vector_norm(x, p)
    if n == 0:
        return torch.zeros_like(x)
    y = x / n
    return torch.where(y.abs() < 1e-6 * y.abs().max(), torch.zeros_like(y), y)
