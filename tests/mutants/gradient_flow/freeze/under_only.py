"""Misses the parameter whose full name is the prefix.

corner: yes
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name.startswith(prefix + "."):
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
