"""Remembers the matrix by the names of the signals.

corner: yes
"""

import torch

_cache = {}


def compute_loss_matrix(signals, loss_fn):
    k = tuple(signals)
    if k not in _cache:
        _cache[k] = torch.tensor(
            [[loss_fn(a, b).item() for b in signals.values()] for a in signals.values()]
        )
    return _cache[k]
