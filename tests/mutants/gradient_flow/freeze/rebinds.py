"""Detaches the loop variable, which leaves the parameters as they were."""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name == prefix or name.startswith(prefix + "."):
            p = p.detach()
        if p.requires_grad:
            count += p.numel()
    return count
