"""Uses F.batch_norm without running statistics."""

import torch.nn.functional as F


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return F.batch_norm(x, None, None, weight=gamma, bias=beta, training=True, eps=eps)
