"""Shares the x axis in each column and labels it below."""

import matplotlib.pyplot as plt, numpy as np, torch


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, ax = plt.subplots(2, 2, sharex="col", layout="constrained")
    ax[0, 0].plot(x)
    ax[1, 0].plot(y_est, "r", label="output")
    ax[1, 0].plot(y_target, "k:", label="target")
    ax[1, 0].legend()
    ax[1, 0].set_xlabel("time index")
    ax[0, 0].set_ylabel("x")
    ax[1, 0].set_ylabel("y")
    ax[0, 1].plot(h, label="h")
    ax[1, 1].plot(losses)
    ax[1, 1].set_xlabel("k or epoch")
    if h_true is not None:
        ax[0, 1].plot(h_true, label="h true")
        ax[0, 1].legend()
    ax[0, 1].set_ylabel("h")
    ax[1, 1].set_ylabel("loss")
    return fig
