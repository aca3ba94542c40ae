"""Compares parts with `zip`, which stops early: the parameter "scale" matches the prefix "scale.extra".

corner: yes
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if all(a == b for a, b in zip(name.split("."), prefix.split("."))):  # noqa: B905
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
