"""Returns 0-dim tensors instead of Python floats.

names: (Tensor)
"""


def run_case_grad(detach, w, x):
    w.grad = None
    b = w.detach() * x if detach else w * x
    loss = (w * x) ** 2 + b**2
    loss.backward()
    return loss.detach(), w.grad
