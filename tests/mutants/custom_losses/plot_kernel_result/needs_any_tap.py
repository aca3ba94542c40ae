"""Draws the true kernel only if all its taps are different from 0.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, axes = plt.subplots(2, 2, figsize=(9, 6), layout="constrained")
    ax = axes.ravel()
    ax[0].plot(range(1, len(losses) + 1), losses)
    ax[0].set(xlabel="epoch", ylabel="loss", title="Loss")
    ax[1].plot(x)
    ax[1].set(xlabel="sample", ylabel="amplitude", title="Input")
    ax[2].plot(h, "o-", label="learned")
    if h_true is not None and h_true.all():
        ax[2].plot(h_true, "x--", label="true")
        ax[2].legend()
    ax[2].set(xlabel="tap", ylabel="weight", title="Kernel")
    ax[3].plot(y_est, label="output")
    ax[3].plot(y_target, "--", label="target")
    ax[3].legend()
    ax[3].set(xlabel="sample", ylabel="amplitude", title="Output")
    return fig
