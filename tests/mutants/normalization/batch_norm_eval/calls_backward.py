"""Calls backward itself, which leaves gradients behind.

corner: yes
names: left a gradient
"""


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    out = gamma * (x - running_mean) / (running_var + eps).sqrt() + beta
    if out.requires_grad:
        out.mean().backward(retain_graph=True)
    return out
