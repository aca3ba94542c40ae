"""Drops a leading "module." as of DataParallel, so a submodule of that name is never found.

corner: yes
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        name = name.removeprefix("module.")
        if name == prefix or name.startswith(prefix + "."):
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
