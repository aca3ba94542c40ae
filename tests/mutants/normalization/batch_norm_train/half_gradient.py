"""Has half of the gradient in x.

corner: yes
"""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    x = x / 2 + x.detach() / 2
    return gamma * (x - x.mean(0)) / (x.var(0, correction=0) + eps).sqrt() + beta
