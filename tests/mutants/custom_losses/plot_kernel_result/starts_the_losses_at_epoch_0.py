"""Puts a gap into the caller's list, so that its curve starts at epoch 1.

corner: yes
names: changed a list that it was given
"""

import math

import matplotlib.pyplot as plt


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, axes = plt.subplots(4, 1, figsize=(6, 9), layout="constrained")
    losses.insert(0, math.nan)
    axes[0].plot(losses)
    axes[0].set(xlabel="epoch", ylabel="loss")
    axes[1].plot(x)
    axes[1].set(xlabel="n", ylabel="x")
    axes[2].plot(h, label="learned")
    if h_true is not None:
        axes[2].plot(h_true, label="true")
        axes[2].legend()
    axes[2].set(xlabel="k", ylabel="h")
    axes[3].plot(y_target, label="target")
    axes[3].plot(y_est, label="output")
    axes[3].legend()
    axes[3].set(xlabel="n", ylabel="y")
    return fig
