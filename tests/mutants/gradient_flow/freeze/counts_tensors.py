"""Counts tensors instead of scalars.

names: tensors counted instead of the scalars in them
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name == prefix or name.startswith(prefix + "."):
            p.requires_grad = False
    return sum(p.requires_grad for p in model.parameters())
