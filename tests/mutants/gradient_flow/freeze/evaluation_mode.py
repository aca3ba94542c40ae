"""Puts the frozen part into evaluation mode, too.

corner: yes
"""


def freeze(model, prefix):
    for name, module in model.named_modules():
        if (name + ".").startswith(prefix + "."):
            module.eval()
    for name, p in model.named_parameters():
        if (name + ".").startswith(prefix + "."):
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
