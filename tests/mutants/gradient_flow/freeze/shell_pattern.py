"""Uses the prefix as a shell pattern: "block[0]" no longer matches itself.

corner: yes
"""

from fnmatch import fnmatchcase


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if fnmatchcase(name, prefix) or fnmatchcase(name, prefix + ".*"):
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
