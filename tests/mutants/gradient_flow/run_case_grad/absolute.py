"""Takes the size of the gradient and loses its sign.

corner: yes
"""

import torch


def run_case_grad(detach, w, x):
    a = w * x
    b = w.detach() * x if detach else w * x
    loss = a.pow(2) + b.pow(2)
    (grad,) = torch.autograd.grad(loss, w)
    return float(loss), float(grad.norm())
