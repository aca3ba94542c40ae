"""Draws the reference with axline, and bands around the curves."""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(1, 2, sharex="all")
    for i, (ax, t) in enumerate(zip(axes.flat, [true_mean, true_var])):
        ax.axline((1, t), slope=0, color="0.5")
        for label, c in curves.items():
            x = range(1, len(c[i]) + 1)
            ax.plot(x, c[i], label=label)
            ax.fill_between(x, c[i] * 0.99, c[i] * 1.01, alpha=0.1)
        ax.set(xlabel="epoch", ylabel="mean" if i == 0 else "variance", title="running statistics")
        ax.legend(title="momentum")
    return fig
