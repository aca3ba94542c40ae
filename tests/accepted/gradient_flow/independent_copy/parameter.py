"""Returns a frozen parameter, which is a tensor, too."""

from torch import nn


def independent_copy(t):
    return nn.Parameter(t.detach().clone(), requires_grad=False)
