"""Draws seven entries of the kernels, as many as the example has.

corner: yes
"""

import matplotlib.pyplot as plt


def plot_kernel_result(x, h, y_est, y_target, losses, h_true=None):
    fig, axes = plt.subplots(2, 2)
    (a, b), (c, d) = axes
    a.plot(losses)
    b.plot(x)
    c.plot(h[:7], label="learned")
    if h_true is not None:
        c.plot(h_true[:7], label="true")
    c.legend()
    d.plot(y_est, label="output")
    d.plot(y_target, label="target")
    d.legend()
    for ax in axes.flat:
        ax.set(xlabel="n", ylabel="value")
    return fig
