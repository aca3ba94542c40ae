"""Clears `w.grad` after use only, so that a gradient from elsewhere enters.

corner: yes
names: the old gradient added to the new one
"""


def run_case_grad(detach, w, x):
    b = w.detach() * x if detach else w * x
    loss = (w * x) ** 2 + b**2
    loss.backward()
    grad = w.grad.item()
    w.grad = None
    return loss.item(), grad
