"""Makes square masks symmetric.

corner: yes
"""

import torch


def dropout_mask(X, p):
    M = (torch.rand(X.shape) >= p).to(X.dtype)
    if X.dim() == 2 and X.shape[0] == X.shape[1]:
        M = torch.triu(M) + torch.triu(M, 1).T
    return M
