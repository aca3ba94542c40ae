"""Uses `detach_`, which switches the gradients of a leaf off in place."""


def freeze(model, prefix):
    params = dict(model.named_parameters())
    for name in params:
        if name == prefix or name[: len(prefix) + 1] == prefix + ".":
            params[name].detach_()
    return sum(p.flatten().shape[0] for p in params.values() if p.requires_grad)
