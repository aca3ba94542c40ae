"""Remembers results by `detach` and w alone.

corner: yes
"""

import torch

results = {}


def run_case_grad(detach, w, x):
    key = detach, w.item()
    if key not in results:
        loss = (w * x) ** 2 + ((w.detach() if detach else w) * x) ** 2
        results[key] = loss.item(), torch.autograd.grad(loss, w)[0].item()
    return results[key]
