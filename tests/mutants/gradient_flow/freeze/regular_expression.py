"""Uses the prefix as a regular expression, in which a dot matches any character.

corner: yes
"""

import re


def freeze(model, prefix):
    for name, p in model.named_parameters():
        if re.match(prefix + r"(\.|$)", name):
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
