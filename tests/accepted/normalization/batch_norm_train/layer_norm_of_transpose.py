"""Sees batch norm as the layer norm of the transpose."""

import torch.nn.functional as F


def batch_norm_train(x, gamma, beta, eps=1e-5):
    return F.layer_norm(x.T, (x.shape[0],), eps=eps).T * gamma + beta
