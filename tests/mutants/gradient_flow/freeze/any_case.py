"""Compares names without regard to upper and lower case.

corner: yes
"""


def freeze(model, prefix):
    wanted = prefix.lower()
    for name, parameter in model.named_parameters():
        if name.lower() == wanted or name.lower().startswith(wanted + "."):
            parameter.requires_grad_(False)
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
