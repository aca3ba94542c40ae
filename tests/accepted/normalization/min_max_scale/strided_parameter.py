"""Returns an nn.Parameter that is not contiguous."""

import torch


def min_max_scale(x, low=0.0, high=1.0):
    q = torch.quantile(x, torch.tensor([0.0, 1.0], dtype=x.dtype))
    out = torch.empty(2 * len(x), dtype=x.dtype)[::2]
    out[:] = low if q[0] == q[1] else (x.detach() - q[0]) / (q[1] - q[0]) * (high - low) + low
    return torch.nn.Parameter(out)
