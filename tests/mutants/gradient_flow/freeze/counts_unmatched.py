"""Counts the scalars outside the prefix, also those that were frozen before.

corner: yes
names: parameters counted that were frozen before
"""


def freeze(model, prefix):
    count = 0
    for name, p in model.named_parameters():
        if name == prefix or name.startswith(prefix + "."):
            p.requires_grad = False
        else:
            count += p.numel()
    return count
