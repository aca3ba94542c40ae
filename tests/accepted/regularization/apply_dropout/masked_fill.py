"""Fills dropped entries with zeros."""


def apply_dropout(X, mask, p):
    scale = 0.0 if p == 1 else 1 / (1 - p)
    return (X * scale).masked_fill(mask == 0, 0.0)
