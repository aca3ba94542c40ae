"""Uses the mean of squares minus the squared mean."""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    mean = torch.einsum("bd->d", x) / len(x)
    var = torch.einsum("bd,bd->d", x - mean[None], x) / len(x)
    scale = gamma / (var + eps) ** 0.5
    return x * scale + (beta - mean * scale)
