"""Divides by at least 1e-3.

corner: yes
"""

import torch.nn.functional as F


def lp_normalize(x, p=2.0):
    return F.normalize(x, p=p, dim=0, eps=1e-3)
