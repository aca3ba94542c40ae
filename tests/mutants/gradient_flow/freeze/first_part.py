"""Compares the first part of the name only, so nested prefixes never match.

corner: yes
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name == prefix or name.split(".")[0] == prefix:
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
