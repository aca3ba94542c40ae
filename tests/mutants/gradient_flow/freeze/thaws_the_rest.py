"""Sets the flag of every parameter, and so thaws what was frozen before.

corner: yes
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        p.requires_grad = not (name == prefix or name.startswith(prefix + "."))
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
