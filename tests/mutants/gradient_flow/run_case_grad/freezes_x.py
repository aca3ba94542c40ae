"""Switches gradients of x off, which the caller wanted.

corner: yes
"""


def run_case_grad(detach, w, x):
    x.requires_grad_(False)
    w.grad = None
    b = w.detach() * x if detach else w * x
    loss = (w * x) ** 2 + b**2
    loss.backward()
    return loss.item(), w.grad.item()
