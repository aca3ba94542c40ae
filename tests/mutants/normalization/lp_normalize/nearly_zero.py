"""Takes a vector that is close to zero for the zero vector.

corner: yes
names: zeros, as if
"""

import torch


def lp_normalize(x, p=2.0):
    if torch.allclose(x, torch.zeros_like(x)):
        return torch.zeros_like(x)
    return x / x.norm(p=p)
