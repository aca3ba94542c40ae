"""Switches requires_grad on for the stored statistics.

corner: yes
names: switched gradients on
"""


def batch_norm_eval(x, running_mean, running_var, gamma, beta, eps=1e-5):
    running_mean.requires_grad_()
    running_var.requires_grad_()
    return gamma * (x - running_mean) / (running_var + eps).sqrt() + beta
