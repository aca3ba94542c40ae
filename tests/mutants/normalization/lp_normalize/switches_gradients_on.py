"""Switches requires_grad on for the vector.

corner: yes
names: switched gradients on
"""

import torch.nn.functional as F


def lp_normalize(x, p=2.0):
    return F.normalize(x.requires_grad_(), p=p, dim=0)
