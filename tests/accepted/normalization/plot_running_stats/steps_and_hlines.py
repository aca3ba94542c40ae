"""Draws steps and hlines, with labels for the whole figure."""

import matplotlib.pyplot as plt, numpy as np


def plot_running_stats(curves, true_mean, true_var):
    fig, axs = plt.subplots(2, sharex=True)
    n = 1
    for label, (m, v) in curves.items():
        x = np.arange(len(m)) + 1
        n = max(n, len(m))
        axs[0].step(x, m.numpy(), where="mid", label=str(label))
        axs[1].step(x, v.numpy(), where="mid", label=str(label))
    axs[0].hlines(true_mean, 1, n, colors="grey", linestyles="dashed")
    axs[1].hlines(true_var, 1, n, colors="grey", linestyles="dashed")
    fig.supxlabel("epochs")
    axs[0].set_ylabel("mean")
    axs[1].set_ylabel("var")
    for a in axs:
        a.legend()
    return fig
