"""Switches `requires_grad` of w off for branch b and on again."""


def run_case_grad(detach, w, x):
    w.grad = None
    a = w * x
    w.requires_grad_(not detach)
    b = w * x
    w.requires_grad_(True)
    loss = a**2 + b**2
    loss.backward()
    grad = w.grad.item()
    w.grad = None
    return loss.item(), grad
