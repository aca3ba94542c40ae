"""Throws away the gradients of the parameters that it freezes.

corner: yes
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if (name + ".").startswith(prefix + "."):
            p.requires_grad = False
            p.grad = None
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
