"""Looks for the prefix anywhere in the name."""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if prefix in name:
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
