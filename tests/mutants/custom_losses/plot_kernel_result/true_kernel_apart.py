"""Draws the true kernel in a fifth axes.

corner: yes
names: both curves in one axes
"""

import matplotlib.pyplot as plt


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, axes = plt.subplots(2, 2)
    axes[0, 0].plot(losses)
    axes[0, 0].set(xlabel="epoch", ylabel="loss")
    axes[0, 1].plot(x)
    axes[0, 1].set(xlabel="n", ylabel="x[n]")
    axes[1, 0].plot(h, label="learned")
    if h_true is not None:
        other = fig.add_axes([0.4, 0.4, 0.2, 0.2])
        other.plot(h_true, label="true")
        other.set(xlabel="k", ylabel="h[k]")
        other.legend()
    axes[1, 0].set(xlabel="k", ylabel="h[k]")
    axes[1, 1].plot(y_target, label="target")
    axes[1, 1].plot(y_est, label="output")
    axes[1, 1].legend()
    axes[1, 1].set(xlabel="n", ylabel="y[n]")
    return fig
