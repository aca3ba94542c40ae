"""Draws no more than a hundred samples and epochs.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, axes = plt.subplots(2, 2)
    (a, b), (c, d) = axes
    a.plot(losses[:100])
    b.plot(x[:100])
    c.plot(h, label="learned")
    if h_true is not None:
        c.plot(h_true, label="true")
    c.legend()
    d.plot(y_est[:100], label="output")
    d.plot(y_target[:100], label="target")
    d.legend()
    for ax in axes.flat:
        ax.set(xlabel="n", ylabel="value")
    return fig
