"""Computes branch b in a no_grad block and lets backward fill a cleared `.grad`."""

import torch


def run_case_grad(detach, w, x):
    w.grad = None
    a = w * x
    if detach:
        with torch.no_grad():
            b = w * x
    else:
        b = w * x
    loss = a.square() + b.square()
    loss.backward()
    return float(loss), float(w.grad)
