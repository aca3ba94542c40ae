"""Joins the trainable parameters to count them, which fails where none is left.

corner: yes
"""

from torch.nn.utils import parameters_to_vector


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if name == prefix or name.startswith(prefix + "."):
            p.requires_grad = False
    return len(parameters_to_vector(p for p in model.parameters() if p.requires_grad))
