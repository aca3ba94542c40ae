"""Every second mask is the complement of the one before.

corner: yes
"""

import torch

_state = []


def dropout_mask(X, p):
    if _state and _state[-1].shape == X.shape:
        u = 1 - _state.pop()
    else:
        u = torch.rand(X.shape)
        _state.clear()
        _state.append(u)
    return (u >= p).to(X.dtype)
