"""Freezes everything but the prefix."""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if not (name == prefix or name.startswith(prefix + ".")):
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
