"""Takes x out of the graph.

corner: yes
names: a graph that is cut before x
"""

import torch


def batch_norm_train(x, gamma, beta, eps=1e-5):
    x = x.detach()
    return gamma * (x - x.mean(dim=0)) / torch.sqrt(x.var(dim=0, correction=0) + eps) + beta
