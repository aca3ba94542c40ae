"""Stops at the first parameter that matches."""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name == prefix or name.startswith(prefix + "."):
            p.requires_grad = False
            break
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
