"""Draws kernels as grouped bars, points for the signals, and one legend for the figure."""

import numpy as np
from matplotlib.figure import Figure


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig = Figure(layout="constrained")
    grid = fig.subplots(1, 4)
    k, n = np.arange(len(h)), np.arange(len(x))
    grid[0].bar(k - 0.2, h, width=0.4, label="estimate")
    if h_true is not None:
        grid[0].bar(k + 0.2, h_true, width=0.4, label="truth")
    grid[1].scatter(n, x)
    grid[2].scatter(n, y_est, label="estimate")
    grid[2].plot(n, y_target, label="truth")
    grid[3].plot(losses)
    names = [("k", "h"), ("n", "x"), ("n", "y"), ("epoch", "loss")]
    for ax, (across, up) in zip(grid, names):
        ax.set(xlabel=across, ylabel=up)
    fig.legend(handles=grid[2].get_legend_handles_labels()[0])
    return fig
