"""Writes the derivative down by hand."""


def run_case_grad(detach, w, x):
    w, x = w.item(), x.item()
    branches = 1 if detach else 2
    return 2 * (w * x) ** 2, branches * 2 * w * x * x
