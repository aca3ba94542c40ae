"""Draws the last entry only.

corner: yes
names: no axes shows the mean of all entries
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(1, 2)
    for label, pair in list(curves.items())[-1:]:
        for ax, values in zip(axes, pair, strict=True):
            ax.plot(range(1, len(values) + 1), values, label=label)
    for ax, true in zip(axes, (true_mean, true_var), strict=True):
        ax.axhline(true)
        ax.set(xlabel="epoch", ylabel="value")
        ax.legend()
    return fig
