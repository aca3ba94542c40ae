"""Returns the gradient first.

corner: yes
"""

import torch


def run_case_grad(detach, w, x):
    loss = (w * x) ** 2 + ((w.detach() if detach else w) * x) ** 2
    return torch.autograd.grad(loss, w)[0].item(), loss.item()
