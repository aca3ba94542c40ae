"""Matches with a regular expression in which the prefix is escaped."""

import re


def freeze(model, prefix):
    matches = re.compile(re.escape(prefix) + r"(\.|\Z)").match
    [p.requires_grad_(False) for name, p in model.named_parameters() if matches(name)]
    return sum(p.numel() for p in filter(lambda p: p.requires_grad, model.parameters()))
