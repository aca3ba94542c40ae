"""Gives the copy the `requires_grad` of the original."""


def independent_copy(t):
    return t.detach().clone().requires_grad_(t.requires_grad)
