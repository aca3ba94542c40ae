"""Returns NumPy's float32 numbers, which are no Python floats.

corner: yes
"""

import torch


def run_case_grad(detach, w, x):
    loss = (w * x) ** 2 + ((w.detach() if detach else w) * x) ** 2
    (grad,) = torch.autograd.grad(loss, w)
    return loss.detach().numpy()[()], grad.numpy()[()]
