"""Hands statistics to F.batch_norm that nobody keeps."""

import torch, torch.nn.functional as F


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return F.batch_norm(
        x,
        torch.zeros_like(gamma).detach(),
        torch.ones_like(gamma).detach(),
        gamma,
        beta,
        True,
        0.1,
        eps,
    )
