"""Detaches where it should not, and the other way round.

names: branch b cut off although `detach` is False
"""


def run_case_grad(detach, w, x):
    w.grad = None
    a = w * x
    b = w * x if detach else w.detach() * x
    loss = a**2 + b**2
    loss.backward()
    return loss.item(), w.grad.item()
