"""Writes Adam and the convolution by hand, with a start of standard normal numbers."""

import torch
import torch.nn.functional as F


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    h = torch.randn(K, generator=torch.Generator().manual_seed(seed), dtype=x.dtype)
    left = (K - 1) // 2
    windows = F.pad(x, (left, K - 1 - left)).unfold(0, K, 1)
    m, v, losses = torch.zeros_like(h), torch.zeros_like(h), []
    for step in range(1, epochs + 1):
        h = h.detach().requires_grad_(True)
        loss = loss_fn(windows @ h, y_target)
        (grad,) = torch.autograd.grad(loss, h)
        losses.append(loss.item())
        m = 0.9 * m + 0.1 * grad
        v = 0.999 * v + 0.001 * grad * grad
        m_hat, v_hat = m / (1 - 0.9**step), v / (1 - 0.999**step)
        h = h.detach() - lr * m_hat / (v_hat.sqrt() + 1e-8)
    return h, windows @ h, losses
