"""Gets the gradient of a function of the kernel from torch.func.grad_and_value."""

import torch
import torch.nn.functional as F


def learn_kernel(x, y_target, K, loss_fn, epochs=100, lr=0.05, seed=0):
    x, y_target = x.detach(), y_target.detach()
    generator = torch.Generator().manual_seed(seed)
    h = 0.1 * torch.randn(K, generator=generator).to(x.dtype)

    def output(kernel):
        return F.conv1d(x[None, None], kernel[None, None], padding="same")[0, 0]

    optimizer = torch.optim.Adam([h], lr=lr)
    losses = []
    for _ in range(epochs):
        h.grad, loss = torch.func.grad_and_value(lambda kernel: loss_fn(output(kernel), y_target))(
            h
        )
        losses.append(loss.item())
        optimizer.step()
    return h, output(h), losses
