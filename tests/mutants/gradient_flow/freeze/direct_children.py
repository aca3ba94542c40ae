"""Freezes the parameters of the named module itself, not those of its submodules.

corner: yes
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name == prefix or name.rpartition(".")[0] == prefix:
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
