"""Counts epochs from 0.

corner: yes
names: epochs counted from 0
"""

import matplotlib.pyplot as plt


def plot_running_stats(curves, true_mean, true_var):
    fig, axes = plt.subplots(1, 2)
    rows = zip(axes, ("mean", "variance"), (true_mean, true_var), strict=True)
    for k, (ax, name, true) in enumerate(rows):
        for label, pair in curves.items():
            ax.plot(range(len(pair[k])), pair[k], label=label)
        ax.axhline(true, color="black")
        ax.set_xlabel("epoch")
        ax.set_ylabel(name)
        ax.legend()
    return fig
