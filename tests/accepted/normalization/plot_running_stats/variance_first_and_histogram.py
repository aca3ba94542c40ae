"""Puts the variance first and adds a histogram of the last values."""

import matplotlib.pyplot as plt
import numpy as np


def plot_running_stats(curves, true_mean, true_var):
    fig = plt.figure()
    right, left, extra = (fig.add_subplot(1, 3, k) for k in (1, 2, 3))
    for label, (means, variances) in curves.items():
        left.plot(np.arange(len(means)) + 1, means.numpy(), label="run " + label)
        right.plot(np.arange(len(means)) + 1, variances.numpy(), label="run " + label)
    left.hlines(true_mean, 1, len(means), colors="k", label="true mean")
    right.hlines(true_var, 1, len(means), colors="k", label="true variance")
    extra.hist([float(means[-1]) for means, _ in curves.values()])
    for ax, name in ((left, "mean"), (right, "variance")):
        ax.set_xlabel("epoch")
        ax.set_ylabel(name)
        ax.legend()
    return fig
