"""Adds up in a tensor of zeros that is float32 whatever grad is.

corner: yes
"""

import torch


def sum_to_shape(grad, shape):
    out = torch.zeros(shape)
    out += grad.sum_to_size(shape)
    return out
