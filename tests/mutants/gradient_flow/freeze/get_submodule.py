"""Asks for a submodule of that name, which raises where the prefix is a parameter or unknown.

corner: yes
"""


def freeze(model, prefix):
    model.get_submodule(prefix).requires_grad_(False)
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
