"""Draws input and kernels as vertical lines."""

import matplotlib.pyplot as plt, numpy as np, torch


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, ax = plt.subplots(2, 2)
    ax[0, 0].plot(losses, label="loss")
    ax[0, 1].vlines(range(len(x)), 0, x, label="x")
    ax[1, 0].vlines(np.arange(len(h)), 0, h, label="h")
    if h_true is not None:
        ax[1, 0].vlines(np.arange(len(h)) + 0.1, 0, h_true, color="r", label="true")
    ax[1, 1].plot(y_est, label="o")
    ax[1, 1].plot(y_target, label="t")
    for a in ax.flat:
        a.set(xlabel="n", ylabel="v")
        a.legend()
    return fig
