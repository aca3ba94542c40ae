"""Counts before it freezes."""


def freeze(model, prefix):
    count = sum(p.numel() for p in model.parameters() if p.requires_grad)
    for name, p in model.named_parameters():
        if name == prefix or name.startswith(prefix + "."):
            p.requires_grad = False
    return count
