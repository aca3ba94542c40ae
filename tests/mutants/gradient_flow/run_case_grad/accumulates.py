"""Leaves the gradient of the last call in `w.grad`, so that the next call adds to it.

names: gradients that accumulate over calls
"""


def run_case_grad(detach, w, x):
    a = w * x
    b = (w.detach() if detach else w) * x
    loss = a**2 + b**2
    loss.backward()
    return loss.item(), w.grad.item()
