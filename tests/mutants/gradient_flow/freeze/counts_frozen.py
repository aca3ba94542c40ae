"""Returns how many scalars are frozen.

names: the number of frozen scalars
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name == prefix or name.startswith(prefix + "."):
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if not p.requires_grad)
