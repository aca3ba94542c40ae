"""Takes x out of the graph, as if evaluation needed no gradient in it.

corner: yes
names: a graph that is cut before x
"""

import torch


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    return gamma * (x.detach() - running_mean) / torch.sqrt(running_var + eps) + beta
