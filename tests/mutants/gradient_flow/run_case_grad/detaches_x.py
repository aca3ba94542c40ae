"""Detaches the input x instead of the parameter w.

names: branch b still connected to `w`
"""


def run_case_grad(detach, w, x):
    w.grad = None
    a = w * x
    b = w * x.detach() if detach else w * x
    loss = a**2 + b**2
    loss.backward()
    return loss.item(), w.grad.item()
