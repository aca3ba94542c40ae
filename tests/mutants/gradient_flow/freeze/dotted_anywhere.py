"""Looks for the prefix with its dot anywhere in the name, so "head.net." matches "net".

corner: yes
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name == prefix or prefix + "." in name:
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
