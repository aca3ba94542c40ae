"""Goes through the children: parameters of the model itself are neither frozen nor counted.

corner: yes
"""


def freeze(model, prefix):
    trainable = 0
    for path, child in model.named_children():
        for name, p in child.named_parameters(prefix=path):
            if (name + ".").startswith(prefix + "."):
                p.requires_grad = False
            trainable += p.numel() * p.requires_grad
    return trainable
