"""Takes a prefix without a match for "everything".

corner: yes
"""


def freeze(model, prefix):
    found = [p for n, p in model.named_parameters() if (n + ".").startswith(prefix + ".")]
    for p in found or model.parameters():
        p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
