"""Calls backward itself, which leaves gradients behind.

corner: yes
names: left a gradient
"""


def batch_norm_train(x, gamma, beta, eps=1e-5):
    out = gamma * (x - x.mean(0)) / (x.var(0, correction=0) + eps).sqrt() + beta
    if out.requires_grad:
        out.sum().backward(retain_graph=True)
    return out
