"""Puts new, frozen parameters in the place of the old ones, which an optimizer still holds.

corner: yes
"""

from torch import nn


def freeze(model, prefix):
    for name, p in list(model.named_parameters()):
        if name == prefix or name.startswith(prefix + "."):
            path, _, last = name.rpartition(".")
            frozen = nn.Parameter(p.detach().clone(), requires_grad=False)
            setattr(model.get_submodule(path), last, frozen)
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
