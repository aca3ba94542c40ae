"""Ends the prefix at the boundary of a word, which a hyphen is as well.

corner: yes
"""

import re


def freeze(model, prefix):
    pattern = re.compile(re.escape(prefix) + r"\b")
    for name, p in model.named_parameters():
        if pattern.match(name):
            p.requires_grad = False
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
