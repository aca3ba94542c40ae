"""The second half of the mask comes from one minus the numbers of the first.

corner: yes
"""

import torch


def dropout_mask(X, p):
    n = X.numel()
    u = torch.rand((n + 1) // 2)
    return (torch.cat([u, 1 - u])[:n] >= p).to(X.dtype).view(X.shape)
