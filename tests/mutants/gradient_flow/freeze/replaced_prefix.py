"""Replaces every occurrence of the prefix: "netnet.weight" is left as ".weight" and counts as under "net".

corner: yes
"""


def freeze(model, prefix):
    for name, p in model.named_parameters():
        rest = name.replace(prefix, "")
        if not rest or rest.startswith("."):
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
