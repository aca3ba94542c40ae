"""Tests the prefix in both directions, so an ancestor of the prefix matches, too: prefix "scale.extra" freezes "scale".

corner: yes
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if (name + ".").startswith(prefix + ".") or (prefix + ".").startswith(name + "."):
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
