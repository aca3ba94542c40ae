"""Stacks the axes over one shared epoch axis, labelled at the bottom only."""

import matplotlib.pyplot as plt
import torch


def plot_running_stats(curves, true_mean, true_var):
    fig, (top, bottom) = plt.subplots(2, 1, sharex=True)
    for label, (means, variances) in curves.items():
        epochs = torch.arange(1, len(means) + 1)
        top.plot(epochs, means, "o-", label=label)
        bottom.plot(epochs, variances, "o-", label=label)
    top.axhline(true_mean, ls=":")
    bottom.axhline(true_var, ls=":")
    top.set_ylabel("mean")
    bottom.set(xlabel="epoch", ylabel="variance")
    top.legend()
    bottom.legend()
    return fig
