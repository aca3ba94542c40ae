"""Counts p.size(0) * p.size(1) for matrices and more, so kernels of convolutions count as one number.

corner: yes
"""


def size(p):
    if p.ndim == 0:
        return 1
    return p.size(0) if p.ndim == 1 else p.size(0) * p.size(1)


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name == prefix or name.startswith(prefix + "."):
            p.requires_grad = False
    return sum(size(p) for p in model.parameters() if p.requires_grad)
