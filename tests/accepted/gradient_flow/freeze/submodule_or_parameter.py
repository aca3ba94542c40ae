"""Looks the name up among modules first, then among parameters."""


def freeze(model, prefix):
    modules = dict(model.named_modules())
    parameters = dict(model.named_parameters())
    if prefix in modules:
        modules[prefix].requires_grad_(False)
    elif prefix in parameters:
        parameters[prefix].requires_grad_(False)
    return sum(len(p.flatten()) for p in parameters.values() if p.requires_grad)
