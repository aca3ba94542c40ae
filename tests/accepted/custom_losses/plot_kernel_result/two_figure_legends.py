"""Gives the figure a legend for each pair of curves."""

import matplotlib.pyplot as plt, numpy as np, torch


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, ax = plt.subplots(2, 2)
    ax[0, 0].plot(losses)
    ax[0, 1].plot(x)
    k = ax[1, 0].plot(h)
    if h_true is not None:
        k += ax[1, 0].plot(h_true, "--")
        fig.legend(k, ["learned kernel", "true kernel"], loc="lower left")
    o = ax[1, 1].plot(y_est) + ax[1, 1].plot(y_target)
    fig.legend(o, ["output", "target"], loc="lower right")
    for a in ax.flat:
        a.set(xlabel="n", ylabel="v")
    return fig
