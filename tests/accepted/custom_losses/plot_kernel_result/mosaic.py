"""Uses a mosaic, with the input faintly behind the output and level lines."""

import matplotlib.pyplot as plt
import torch


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, ax = plt.subplot_mosaic([["x", "x"], ["y", "y"], ["h", "loss"]])
    ax["x"].plot(x, color="gray")
    ax["x"].axhline(0, lw=0.5)
    ax["y"].plot(x, alpha=0.2, label="input")
    ax["y"].plot(torch.arange(len(y_est)) / len(y_est), y_est, label="output")
    ax["y"].plot(torch.arange(len(y_est)) / len(y_est), y_target, label="target")
    kernels = {"learned": h} if h_true is None else {"true": h_true, "learned": h}
    for label, kernel in kernels.items():
        ax["h"].plot(kernel, "o-", label=label)
    ax["loss"].fill_between(range(len(losses)), losses, alpha=0.3)
    ax["loss"].plot(losses)
    for name in ax:
        ax[name].set_xlabel("epoch" if name == "loss" else "sample")
        ax[name].set_ylabel(name)
        ax[name].set_title(name)
    ax["y"].legend(loc="upper right")
    ax["h"].legend()
    return fig
