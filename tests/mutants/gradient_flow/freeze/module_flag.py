"""Sets an attribute `requires_grad` on the module, which means nothing to PyTorch."""


def freeze(model, prefix):
    for name, module in model.named_modules():
        if name == prefix:
            module.requires_grad = False
    return sum(
        p.numel()
        for name, p in model.named_parameters()
        if p.requires_grad and not (name + ".").startswith(prefix + ".")
    )
