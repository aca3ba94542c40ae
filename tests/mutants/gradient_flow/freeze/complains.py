"""Raises where no parameter matches.

corner: yes
"""


def freeze(model, prefix):
    found = [p for n, p in model.named_parameters() if (n + ".").startswith(prefix + ".")]
    if not found:
        raise KeyError(prefix)
    for p in found:
        p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
